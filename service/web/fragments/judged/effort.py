"""Effort beside outcome. It asks Jira, so the page is a shell and the answer comes as a fragment when somebody looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from service.domain.divergence import Quadrant
from service.usecases.read_divergence import KeyResultCurves, TeamDivergence, read_divergence
from service.web.call import Call
from service.web.charts.two_curves import TwoCurves, two_curves
from service.web.fragments.judged.heads import objective_head
from service.web.fragments.region import View

FIELD = (Quadrant.WINDFALL, Quadrant.WORKING, Quadrant.NOT_STARTED, Quadrant.STUCK_LEVER)
"""The four answers in reading order: the number moved above, little work on the left."""

EARLY = (Quadrant.UNDER_WAY, Quadrant.WAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A key result with its two curves drawn."""

    curves: KeyResultCurves
    chart: TwoCurves


def effort_view(call: Call, *, objective_id: str, bare: bool = False) -> View:
    """Show the shell of an objective's effort and outcome."""

    def read() -> dict[str, object]:
        return {**objective_head(call, objective_id=objective_id, tab="effort").context, "bare": bare}

    return View(
        url=url_for("judged.effort", objective_id=objective_id, bare=bare or None),
        template="fragments/effort.html",
        read=read,
        judged=True,
        name=f"effort-of-{objective_id}" if bare else "view",
    )


def effort_context(call: Call, *, team_id: str, cycle_id: str, objective_id: str = "") -> dict[str, object]:
    """Ask Jira and return what `fragments/effort_answer.html` needs; one objective's key results, or all of the team's.

    Raises: NotThere, connect.errors.ProductError.
    """
    found = read_divergence(parts=call.parts, site_id=call.site_id, team_id=team_id, cycle_id=cycle_id)
    shown = [each for each in found.key_results if objective_id in ("", each.key_result.objective_id)]
    address = url_for("judged.effort_answer", cycle_id=cycle_id, team_id=team_id, objective=objective_id or None)
    return {
        "address": address,
        "found": found,
        "placed": tuple(Placed(curves=each, chart=two_curves(curves=each)) for each in shown),
        "field": {quadrant: _titles(shown, quadrant) for quadrant in FIELD},
        "early": {quadrant: _titles(shown, quadrant) for quadrant in EARLY},
        "actions": _is_open(found),
    }


def _titles(shown: Sequence[KeyResultCurves], quadrant: Quadrant) -> tuple[str, ...]:
    return tuple(each.key_result.title for each in shown if each.divergence.quadrant is quadrant)


def _is_open(found: TeamDivergence) -> bool:
    return found.cycle.state != "closed"
