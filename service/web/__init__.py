"""HTTP for people and programs: pages, fragments, forms, the JSON API, health. Schema in, one use case, schema out."""

from flask import Flask, g

from service.web.addresses import refuse_nul
from service.web.api.audit import audit
from service.web.api.board import board
from service.web.api.challenge import challenge
from service.web.api.checkins import checkins
from service.web.api.cycles import cycles
from service.web.api.divergence import divergence
from service.web.api.exchange import exchange
from service.web.api.histories import histories
from service.web.api.initiatives import initiatives
from service.web.api.key_results import key_results
from service.web.api.objectives import objectives
from service.web.api.people import people
from service.web.api.preparation import preparation
from service.web.api.presets import presets
from service.web.api.retrospectives import retrospectives
from service.web.api.second_opinion import second_opinion
from service.web.api.sessions import sessions
from service.web.api.settings import settings
from service.web.api.sufficiency import sufficiency
from service.web.api.synthesis import synthesis
from service.web.api.teams import teams
from service.web.api.votes import votes
from service.web.api.waivers import waivers
from service.web.api.words import words
from service.web.forms import every_form
from service.web.fragments.audited import audited
from service.web.fragments.judged.routes import judged
from service.web.fragments.live import live
from service.web.headers import secure_answers
from service.web.health import health
from service.web.metrics import measure_answers
from service.web.openapi import openapi
from service.web.pages.views import pages
from service.web.problems import handle_problems
from service.web.rooms import rooms
from service.web.static_files import asset, static_files
from service.web.texts.filters import teach_templates

BLUEPRINTS = (
    static_files,
    health,
    openapi,
    pages,
    live,
    judged,
    audited,
    every_form,
    rooms,
    audit,
    board,
    cycles,
    teams,
    objectives,
    key_results,
    checkins,
    initiatives,
    people,
    presets,
    retrospectives,
    preparation,
    sessions,
    settings,
    words,
    challenge,
    sufficiency,
    second_opinion,
    exchange,
    votes,
    waivers,
    histories,
    synthesis,
    divergence,
)


def register_web(app: Flask) -> None:
    """Put every route of the product on `app`, with templates, headers, errors and metrics.

    The parts are read from `app.extensions["northstar"]` and `app.config["CONNECT_SCRIPT_URL"]` names the host's script.
    """
    teach_templates(app)
    app.jinja_env.globals["asset"] = asset
    app.context_processor(_page_words)
    measure_answers(app)
    secure_answers(app)
    handle_problems(app)
    refuse_nul(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)


def _page_words() -> dict[str, object]:
    return {"host_script": g.get("host_script", ""), "site_origin": g.get("framed_by")}
