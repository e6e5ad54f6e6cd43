"""Linking and unlinking issues."""

import re
from typing import Any

from flask import Response

from schemas.api.initiatives import NewInitiatives
from service.domain.model import LinkSource
from service.usecases.link_initiatives import link_initiatives
from service.usecases.read_key_result import read_key_result
from service.usecases.unlink_initiative import unlink_initiative
from service.web.call import Call, this_call
from service.web.forms.form import done, show, submit
from service.web.forms.routes import form_view


@form_view("/key-results/<key_result_id>/initiative", "GET")
def show_initiative(key_result_id: str) -> str:
    """Show the form that links issues."""
    return show("forms/initiative.html", {"title": _title(this_call(), key_result_id)})


@form_view("/key-results/<key_result_id>/initiative", "POST")
def link_issues(key_result_id: str) -> Response:
    """Link issues to the key result, as many as are named."""
    call = this_call()
    return submit(
        "forms/initiative.html",
        {"title": _title(call, key_result_id)},
        schema=NewInitiatives,
        act=lambda new: link_initiatives(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            issues=new["issues"],
            source=LinkSource.PANEL,
        ),
        read=_keys,
        said="Linked",
    )


@form_view("/key-results/<key_result_id>/initiatives/<issue_id>", "DELETE")
def unlink(key_result_id: str, issue_id: str) -> Response:
    """Take the link away."""
    call = this_call()
    unlink_initiative(
        parts=call.parts, site_id=call.site_id, by=call.person(), key_result_id=key_result_id, issue=issue_id
    )
    return done("Issue unlinked")


def _keys(typed: dict[str, str]) -> dict[str, Any]:
    return {"issues": re.findall(r"[^\s,;]+", typed.get("issues", "").upper())}


def _title(call: Call, key_result_id: str) -> str:
    return read_key_result(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id).title
