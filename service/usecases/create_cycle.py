"""Create a planning period."""

from datetime import date
from typing import ClassVar

from service.domain.cycles import require_dates
from service.domain.errors import DomainError
from service.domain.model import Cycle, CycleKind, CycleState
from service.domain.plans import clean_title
from service.usecases.needs import Needs


class CycleKeyTaken(DomainError):
    """Another cycle of the site has this short name."""

    code: ClassVar[str] = "cycle_key_taken"
    status: ClassVar[int] = 409


def create_cycle(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,  # noqa: ARG001  every mutation is told who asks
    key: str,
    name: str,
    kind: CycleKind,
    starts_on: date,
    ends_on: date,
    state: CycleState = CycleState.PLANNING,
) -> Cycle:
    """Create a cycle. Cycles may run in parallel (T-19), only their keys differ.

    Raises: CycleDatesInvalid, CycleKeyTaken, TitleInvalid.
    """
    require_dates(starts_on=starts_on, ends_on=ends_on)
    cycle = Cycle(
        id=parts.new_id(),
        key=key.strip(),
        name=clean_title(title=name, field="name"),
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        state=state,
    )
    with parts.store.transaction() as tx:
        if tx.cycles.find_by_key(site_id=site_id, key=cycle.key):
            raise CycleKeyTaken(
                f"There is already a cycle {cycle.key}. Choose another key, e.g. {cycle.key}-b.", field="key"
            )
        tx.cycles.add(site_id=site_id, item=cycle)
    return cycle
