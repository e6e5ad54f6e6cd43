"""Read how a cycle ended, or how it would end now."""

from dataclasses import dataclass

from service.domain.ledger import Entry, EntryKind
from service.domain.model import CycleState
from service.domain.results import CycleResults
from service.domain.results_text import results_from_text
from service.usecases.cycle_plan import read_doctrines, read_plan, score
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsReport:
    """The results; sealed ones never change. `late` are the numbers that came after the close and are not in them.

    `with_late` are the scores with those numbers, None without any.
    """

    results: CycleResults
    is_sealed: bool
    late: tuple[Entry, ...]
    with_late: CycleResults | None = None


def read_results(*, parts: Needs, site_id: str, cycle_id: str) -> ResultsReport:
    """Return the sealed results of a closed cycle, or the scores of an open one as of now. Raises: NotThere."""
    with parts.store.reading() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        sealed = tx.results.find(site_id=site_id, cycle_id=cycle_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id, cycle=cycle)
        plan = read_plan(tx=tx, site_id=site_id, cycle=cycle, site_preset=doctrines.of_site.key)
    late = tuple(each for each in plan.entries if each.kind is EntryKind.LATE_CHECKIN)
    with_late = score(plan=plan, doctrines=doctrines, as_of=parts.now()) if late else None
    if sealed is not None:
        found = results_from_text(text=sealed)
        return ResultsReport(results=found, is_sealed=True, late=late, with_late=with_late)
    # a cycle that was closed before results were sealed is scored as of its close
    as_of = cycle.closed_at if cycle.state is CycleState.CLOSED and cycle.closed_at else parts.now()
    found = score(plan=plan, doctrines=doctrines, as_of=as_of)
    return ResultsReport(results=found, is_sealed=False, late=late, with_late=with_late)
