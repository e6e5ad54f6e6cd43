"""Forms about sufficiency: the formula with its drivers, and one's own answer."""

import re
from collections.abc import Mapping
from typing import Any

from flask import Response, render_template, request

from schemas.api.sufficiency import NewSufficiencyVote, SuccessStatement
from service.domain.model import KeyResultState
from service.domain.sufficiency import Driver, FormulaRefused, parse_formula
from service.usecases.check_sufficiency import check_sufficiency
from service.usecases.read_objective import read_objective
from service.usecases.state_success import state_success
from service.usecases.vote_sufficiency import vote_sufficiency
from service.web.call import Call, this_call
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view

FIGURES = ("baseline", "lowest", "highest")
LONGEST_FORMULA = 2000
_TYPED = re.compile(r"^driver\.(?P<name>\w{1,64})\.(?P<what>key_result_id|baseline|lowest|highest|unit)$")


@form_view("/objectives/<objective_id>/success", "GET")
def show_success(objective_id: str) -> str:
    """Show the formula with what is known of its drivers."""
    call = this_call()
    condition = check_sufficiency(parts=call.parts, site_id=call.site_id, objective_id=objective_id).condition
    values = {"formula": condition.formula, **_shown(condition.drivers)} if condition else {}
    return show("forms/success.html", _choices(call, objective_id, values), values=values)


@form_view("/objectives/<objective_id>/success", "POST")
def state_the_success(objective_id: str) -> Response:
    """Keep the formula and judge it; an empty one takes it back."""
    call = this_call()

    def act(new: dict[str, Any]) -> None:
        state_success(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            objective_id=objective_id,
            formula=new["formula"],
            drivers=[Driver(**each) for each in new["drivers"]],
        )

    return submit(
        "forms/success.html",
        _choices(call, objective_id, request.form),
        schema=SuccessStatement,
        act=act,
        read=_read,
        said="Judged" if request.form.get("formula", "").strip() else "The formula is taken back",
    )


@form_view("/objectives/<objective_id>/drivers", "POST")
def show_drivers(objective_id: str) -> str:
    """Show a row for each name in the formula being typed; what was typed of a driver stays."""
    call = this_call()
    return render_template("forms/drivers.html", **_choices(call, objective_id, request.form))


@form_view("/objectives/<objective_id>/sufficiency-vote", "GET")
def show_vote(objective_id: str) -> str:
    """Ask whether all key results can be reached while the objective fails."""
    call = this_call()
    votes = check_sufficiency(parts=call.parts, site_id=call.site_id, objective_id=objective_id).votes
    own = next((each for each in votes if each.by == call.by), None)
    values = {"can_fail": "true" if own.can_fail else "false", "reason": own.reason} if own else {}
    return show("forms/sufficiency_vote.html", values=values)


@form_view("/objectives/<objective_id>/sufficiency-vote", "POST")
def vote(objective_id: str) -> Response:
    """Keep the answer; a later one replaces it."""
    call = this_call()
    return submit(
        "forms/sufficiency_vote.html",
        schema=NewSufficiencyVote,
        act=lambda new: vote_sufficiency(
            parts=call.parts, site_id=call.site_id, by=call.person(), objective_id=objective_id, **new
        ),
        said="Your answer is kept",
    )


def _choices(call: Call, objective_id: str, typed: Mapping[str, Any]) -> dict[str, object]:
    """Return the names in the formula (or why it cannot be read), what is typed of each, and what can hold one."""
    view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    rows = [each.key_result for each in view.key_results if each.key_result.state is KeyResultState.ACTIVE]
    names, unreadable = _names(str(typed.get("formula", "")))
    return {
        "objective_id": objective_id,
        "holders": [("", "No key result"), *((row.id, row.title) for row in rows)],
        "names": names,
        "unreadable": unreadable,
        "typed": dict(typed.items()),
    }


def _names(formula: str) -> tuple[tuple[str, ...], str]:
    if not formula.strip():
        return (), ""
    if len(formula) > LONGEST_FORMULA:
        return (), f"Write at most {LONGEST_FORMULA:,} characters."
    try:
        return tuple(parse_formula(formula).drivers), ""
    except FormulaRefused as refused:
        return (), refused.message


def _shown(drivers: tuple[Driver, ...]) -> dict[str, str]:
    told: dict[str, str] = {}
    for each in drivers:
        figures = {name: getattr(each, name) for name in FIGURES}
        told |= {f"driver.{each.name}.{name}": f"{value:.12g}" for name, value in figures.items() if value is not None}
        told |= {f"driver.{each.name}.key_result_id": each.key_result_id or "", f"driver.{each.name}.unit": each.unit}
    return told


def _read(typed: dict[str, str]) -> dict[str, Any]:
    """Gather `driver.NAME.WHAT` into drivers; only those that the formula names count."""
    formula = typed.get("formula")
    wanted, _ = _names(formula or "")
    drivers: dict[str, dict[str, str]] = {}
    for field, value in typed.items():
        found = _TYPED.match(field)
        if found and found["name"] in wanted:
            drivers.setdefault(found["name"], {"name": found["name"]})[found["what"]] = value
    return {"formula": formula, "drivers": list(drivers.values())}
