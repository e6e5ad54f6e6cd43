"""A whole session, one player a step. `PLAYERS` holds what nine people do in each kind of step."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from playwright.sync_api import expect

from service.domain.room import StepKind
from tests.journeys.rooms import booking, committing, drafting, ideas, judging, preparing
from tests.journeys.rooms.table import Table

PLAYERS: Final[Mapping[StepKind, Callable[[Table], None]]] = MappingProxyType(
    {
        StepKind.OPENING: preparing.opening,
        StepKind.SCOPE: preparing.scope,
        StepKind.INPUTS: preparing.inputs,
        StepKind.LOOK_BACK: preparing.look_back,
        StepKind.STRATEGY: preparing.strategy,
        StepKind.NOTES: ideas.notes,
        StepKind.THEMES: ideas.themes,
        StepKind.CHOOSE: ideas.choose,
        StepKind.OBJECTIVES: drafting.objectives,
        StepKind.KEY_RESULTS: drafting.key_results,
        StepKind.PRESSURE_TEST: judging.pressure_test,
        StepKind.CONFIDENCE: judging.confidence,
        StepKind.SEVENTY: judging.seventy,
        StepKind.OWNERS: committing.owners,
        StepKind.INITIATIVES: committing.initiatives,
        StepKind.ALIGNMENT: committing.alignment,
        StepKind.CLOSE: committing.close,
    }
)


def play(table: Table) -> None:
    """Book, come in, play every step of the agenda, close, and answer the test."""
    booking.book(table)
    booking.prepare(table)
    booking.come_in(table)
    for step in table.steps:
        expect(table.facilitator.app.locator("#room-title")).to_have_text(step["title"])
        for person in table.people:
            expect(person.desk).to_have_attribute(
                "data-desk", f"{step['kind']}.{step['id']}.{_role(table, person.account_id)}"
            )
        PLAYERS[StepKind(step["kind"])](table)
        table.look(step["kind"])
        table.facilitator.act(table.facilitator.app.locator("#act-advance"))
    expect(table.facilitator.app.get_by_role("heading", name="The plan stands.")).to_be_visible()
    committing.after(table)
    table.look("after")


def _role(table: Table, account_id: str) -> str:
    return next(str(seat["role"]) for seat in table.room()["seats"] if seat["account_id"] == account_id)
