"""Do an objective's key results suffice? The verdict on its formula, the coverage matrix, and what people answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from service.domain.model import KeyResult, KeyResultState
from service.domain.sufficiency import Aspect, Coverage, Range
from service.domain.sufficiency.drivers import number_words
from service.usecases.check_sufficiency import check_sufficiency
from service.web.call import Call
from service.web.fragments.judged.heads import objective_head
from service.web.fragments.region import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the objective: the key results that look at it early, and those that look at it late."""

    aspect: Aspect
    leading: tuple[KeyResult, ...]
    lagging: tuple[KeyResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A driver's range in words."""

    name: str
    low: str
    high: str
    held_by: str | None


def sufficiency_view(call: Call, *, objective_id: str, bare: bool = False) -> View:
    """Show whether an objective's key results suffice."""

    def read() -> dict[str, object]:
        head = objective_head(call, objective_id=objective_id, tab="sufficiency")
        checked = check_sufficiency(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
        rows = [each.key_result for each in head.view.key_results if each.key_result.state is KeyResultState.ACTIVE]
        return {
            **head.context,
            "bare": bare,
            "checked": checked,
            "sides": _sides(checked.coverage, rows),
            "bounds": tuple(map(_bounds, checked.sufficiency.ranges)) if checked.sufficiency else (),
        }

    return View(
        url=url_for("judged.sufficiency", objective_id=objective_id, bare=bare or None),
        template="fragments/sufficiency.html",
        read=read,
        judged=True,
        name=f"sufficiency-of-{objective_id}" if bare else "view",
    )


def _sides(coverage: Coverage, rows: Sequence[KeyResult]) -> tuple[Side, ...]:
    by_id = {each.id: each for each in rows}
    cells = {(cell.aspect, cell.is_leading): tuple(by_id[id] for id in cell.key_result_ids) for cell in coverage.cells}
    return tuple(Side(aspect=each, leading=cells[each, True], lagging=cells[each, False]) for each in Aspect)


def _bounds(found: Range) -> Bounds:
    low, high = found.side.low, found.side.high
    return Bounds(
        name=found.name,
        low="any" if isinstance(low, float) else f"{number_words(low * found.scale)} {found.unit}".strip(),
        high="any" if isinstance(high, float) else f"{number_words(high * found.scale)} {found.unit}".strip(),
        held_by=found.held_by,
    )
