"""What belongs before, into and after a session, ticked from facts; what is missing says so. Nobody ticks by hand. Pure.

Source: O-18 … O-29.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from service.domain.model import CycleState
from service.domain.presets import OwnerRule
from service.domain.room.committing import to_commit
from service.domain.room.drafts.judged import judge_objective
from service.domain.room.process import set_quality
from service.domain.room.rhythm import checkin_dates
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

INPUT_STEPS: Final = frozenset({StepKind.INPUTS, StepKind.LOOK_BACK, StepKind.STRATEGY})
TEST_STEPS: Final = frozenset({StepKind.PRESSURE_TEST, StepKind.SEVENTY, StepKind.REVIEW})


class Phase(StrEnum):
    """When a thing belongs."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a checklist. `missing` says what to do; empty when it is done."""

    id: str
    phase: Phase
    words: str
    missing: str = ""

    @property
    def is_done(self) -> bool:
        """Tell whether it is ticked."""
        return not self.missing


Check = Callable[["Room", "Facts"], str]


def checklist(*, room: Room, facts: Facts, phases: Iterable[Phase] = tuple(Phase)) -> tuple[Item, ...]:
    """Return the items of some phases, in the order of the source."""
    wanted = set(phases)
    return tuple(
        Item(id=id, phase=phase, words=words, missing=check(room, facts))
        for id, phase, words, check in _ITEMS
        if phase in wanted
    )


def _scope(room: Room, facts: Facts) -> str:
    unknown = [each for each in room.session.team_ids if facts.team(each) is None]
    if unknown or not facts.teams:
        return "Say whose objectives are planned: a team of the session is gone."
    has_step = any(each.kind is StepKind.SCOPE for each in room.agenda.steps)
    return "List what the session has to decide." if has_step and not room.decisions.all else ""


def _inputs(room: Room, facts: Facts) -> str:
    has_step = any(each.kind in INPUT_STEPS for each in room.agenda.steps)
    if not facts.north_star:
        return "Share the strategy: put the company's objective of this cycle into the plan."
    if has_step and room.inputs.pack is None:
        return "Gather the facts of the last cycle, so that everybody can read them before."
    if facts.cycles_before and not facts.has_looked_back and not has_step:
        return "Share how the last cycle went: write its retrospective, or put a step for it into the agenda."
    return ""


def _limits(room: Room, facts: Facts) -> str:  # noqa: ARG001
    if not room.agenda.steps:
        return "Lay out the agenda: steps with minutes."
    silent = [each.title for each in room.agenda.steps if not each.cue]
    return f"Say what comes out of “{silent[0]}”: give the step a cue." if silent else ""


def _facilitator(room: Room, facts: Facts) -> str:  # noqa: ARG001
    return "" if room.seats.facilitator() else "Invite a facilitator; there is exactly one."


def _few(room: Room, facts: Facts) -> str:
    if not to_commit(room):
        return "Agree on at least one objective."
    for team in facts.teams:
        limit = facts.preset.team_objectives.maximum
        count = sum(each.team_id == team.id for each in to_commit(room))
        if limit is not None and count > limit:
            return f"{team.name} has {count} objectives; {facts.preset.name} allows {limit}. Cut the others."
    return ""


def _measurable(room: Room, facts: Facts) -> str:
    rows = room.drafts.key_results()
    if not rows:
        return "Draft key results."
    quality = set_quality(room=room, preset=facts.preset)
    if quality.share:
        return f"{quality.kpis + quality.tasks} of {quality.key_results} key results are daily business or tasks."
    return ""


def _challenged(room: Room, facts: Facts) -> str:
    tests = [each for each in room.agenda.steps if each.kind in TEST_STEPS]
    if tests and not any(room.agenda.has_run(each.id) for each in tests):
        return f"Run “{tests[0].title}”."
    vague = [each for each in room.drafts.objectives() if judge_objective(each, preset=facts.preset).verdict == "vague"]
    return f"“{vague[0].title}” is vague: would it change what you do next week?" if vague else ""


def _owned(room: Room, facts: Facts) -> str:
    rows = room.drafts.key_results()
    without = sum(not each.owner for each in rows)
    if facts.preset.owner_rule is OwnerRule.OBJECTIVES_AND_KEY_RESULTS:
        without += sum(not each.owner for each in room.drafts.objectives())
    if not rows:
        return "Name one owner for each key result."
    return f"{without} {'has' if without == 1 else 'have'} no owner." if without else ""


def _documented(room: Room, facts: Facts) -> str:  # noqa: ARG001
    if not room.commits.done:
        return "Commit the plan."
    return "" if room.record.page_id else "Write the record to Confluence."


def _visible(room: Room, facts: Facts) -> str:  # noqa: ARG001
    if not room.record.page_id:
        return "Write the record to Confluence, where the wider team reads it."
    return "Lift the restrictions of the record's page." if room.record.is_restricted else ""


def _scheduled(room: Room, facts: Facts) -> str:
    return "" if checkin_dates(rhythm=room.rhythm, cycle=facts.cycle) else "Choose the weekly check-in."


def _reviewed(room: Room, facts: Facts) -> str:  # noqa: ARG001
    if facts.cycle.state is CycleState.CLOSED:
        return ""
    return f"At the end of {facts.cycle.name}: close the cycle, which scores every objective."


_ITEMS: Final[tuple[tuple[str, Phase, str, Check], ...]] = (
    ("O-18", Phase.BEFORE, "The scope is clear", _scope),
    ("O-19", Phase.BEFORE, "Strategy, last OKRs and figures are shared in advance", _inputs),
    ("O-20", Phase.BEFORE, "Time limits and expected outcomes are set", _limits),
    ("O-21", Phase.BEFORE, "A facilitator is assigned", _facilitator),
    ("O-22", Phase.DURING, "A small number of objectives is agreed", _few),
    ("O-23", Phase.DURING, "Key results are measurable and tied to outcomes", _measurable),
    ("O-24", Phase.DURING, "Vague words and task metrics were challenged", _challenged),
    ("O-25", Phase.DURING, "Every objective and key result has an owner", _owned),
    ("O-26", Phase.AFTER, "The final OKRs are documented", _documented),
    ("O-27", Phase.AFTER, "The wider team can see them", _visible),
    ("O-28", Phase.AFTER, "Regular check-ins are scheduled", _scheduled),
    ("O-29", Phase.AFTER, "The cycle is reviewed and scored at its end", _reviewed),
)
