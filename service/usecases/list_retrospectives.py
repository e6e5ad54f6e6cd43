"""List how teams looked back: on a cycle, or before it; with what their enablers came to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.domain.retrospective import Retrospective, last_look_back
from service.store import Transaction
from service.usecases.list_waivers import view_waivers
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class EnablerEnd:
    """What an enabler came to: was it delivered, and did anything move that it should unlock? Source: requirements 2.9."""

    key_result_id: str
    title: str
    is_delivered: bool
    has_moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """What a team said about a cycle, and what its enablers of that cycle came to."""

    retrospective: Retrospective
    enablers: tuple[EnablerEnd, ...]


def list_retrospectives(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[LookBack, ...]:
    """Return what the teams said about a cycle. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        found = tx.retrospectives.list(site_id=site_id, cycle_id=cycle_id)
        return _with_enablers(tx, site_id, found, parts.now().date())


def list_learnings(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[LookBack, ...]:
    """Return what each team said last before a cycle, to plan it with. Raises: NotThere. Source: T-02, G-15."""
    with parts.store.reading() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        found = last_look_back(
            retrospectives=tx.retrospectives.list(site_id=site_id),
            cycles=tx.cycles.list(site_id=site_id),
            cycle=cycle,
        )
        return _with_enablers(tx, site_id, found, parts.now().date())


def _with_enablers(
    tx: Transaction, site_id: str, retrospectives: Iterable[Retrospective], today: date
) -> tuple[LookBack, ...]:
    found = tuple(retrospectives)
    waivers = {
        cycle_id: view_waivers(tx=tx, site_id=site_id, cycle_id=cycle_id, today=today)
        for cycle_id in {each.cycle_id for each in found}
    }
    return tuple(
        LookBack(
            retrospective=each,
            enablers=tuple(
                EnablerEnd(
                    key_result_id=view.waiver.key_result_id,
                    title=view.title,
                    is_delivered=view.waiver.delivered_on is not None,
                    has_moved=view.has_moved,
                )
                for view in waivers[each.cycle_id]
                if view.team_id == each.team_id
            ),
        )
        for each in found
    )
