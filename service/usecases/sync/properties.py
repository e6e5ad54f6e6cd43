"""The issue properties that carry the truth into Jira: their contents, and whether what stands there says the same. Pure.

A property never fails for a missing screen, and JQL can ask for it; fields are its projection. Source: design section 5.
"""

from collections.abc import Iterable, Mapping

from service.domain.board import KeyResultView, ObjectiveView
from service.domain.model import Cycle, KeyResultState
from service.domain.wording import STATUS_WORDS


def objective_property(*, view: ObjectiveView, cycle: Cycle, rev: int) -> dict[str, object]:
    """Return the property `northstar.objective`. Units: percent with one decimal; a number that nobody knows is left out.

    Jira indexes a property's paths by type: an absent path is "is empty" in JQL, a null would be an error.
    """
    numbers = {
        "progress_percent": percent(view.progress),
        "confidence_percent": percent(view.confidence),
    }
    return {
        "objective_id": view.objective.id,
        "cycle": cycle.key,
        **{name: number for name, number in numbers.items() if number is not None},
        "status": STATUS_WORDS[view.status],
        "key_results": [_key_result(each) for each in view.key_results if is_living(each)],
        "rev": rev,
    }


def initiative_property(*, key_result_ids: Iterable[str], progress: Mapping[str, float | None]) -> dict[str, object]:
    """Return the property `northstar.initiative`: whom the issue serves, and their mean progress. Units: percent."""
    ids = sorted(key_result_ids)
    known = [value for value in (progress.get(each) for each in ids) if value is not None]
    mean = percent(sum(known) / len(known)) if known else None
    return {"key_results": ids, **({} if mean is None else {"progress_percent": mean})}


def says_the_same(standing: Mapping[str, object] | None, wanted: Mapping[str, object]) -> bool:
    """Tell whether the property needs no write; the revision alone is no reason for one."""
    return standing is not None and _without_rev(standing) == _without_rev(wanted)


def moved_key_results(standing: Mapping[str, object] | None, wanted: Mapping[str, object]) -> frozenset[str]:
    """Return the key results whose progress is another than the standing objective property says, or that came or went."""
    before, after = _progress(standing or {}), _progress(wanted)
    return frozenset(each for each in before.keys() | after.keys() if before.get(each, ...) != after.get(each, ...))


def is_living(view: KeyResultView) -> bool:
    """Tell whether the key result is not cancelled."""
    return view.key_result.state is KeyResultState.ACTIVE


def percent(share: float | None) -> float | None:
    """Return a share (0.0–1.0) in percent with one decimal."""
    return None if share is None else round(share * 100, 1)


def _key_result(view: KeyResultView) -> dict[str, object]:
    key_result, tracker = view.key_result, view.key_result.tracker
    return {
        "id": key_result.id,
        "title": key_result.title,
        "value": view.value,
        "progress_percent": percent(view.progress),
        "status": STATUS_WORDS[view.status],
        **({"field": tracker.field_id} if tracker.field_id else {"slot": tracker.slot}),
    }


def _progress(value: Mapping[str, object]) -> dict[str, object]:
    rows = value.get("key_results")
    if not isinstance(rows, list):
        return {}
    return {str(row["id"]): row.get("progress_percent") for row in rows if isinstance(row, Mapping) and "id" in row}


def _without_rev(value: Mapping[str, object]) -> dict[str, object]:
    return {name: each for name, each in value.items() if name != "rev"}
