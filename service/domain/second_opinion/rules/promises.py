"""Who answers for it, how sure they are, and of which class it is."""

from collections.abc import Iterator

from service.domain.model import Commitment
from service.domain.presets import OwnerRule, Preset
from service.domain.second_opinion.draft import DraftKeyResult, DraftSet
from service.domain.second_opinion.finding import SetFinding


def owners(draft: DraftSet, preset: Preset) -> Iterator[SetFinding]:
    """Yield what nobody owns. Source: M-17, W-10, O-12, T-08, G-10."""
    source = preset.sources["owner_rule"]
    for objective in draft.objectives:
        asks = preset.owner_rule is OwnerRule.OBJECTIVES_AND_KEY_RESULTS and draft.has_objective_owners
        if asks and objective.owner is None:
            yield _finding(
                "objective.owner", objective.id, f"Nobody owns the objective “{objective.text[:120]}”.", source
            )
        for row in objective.key_results:
            if row.owner is None:
                yield _finding("kr.owner", row.id, f"Nobody owns “{row.text[:120]}”.", source)


def _finding(rule: str, id: str, message: str, source: str) -> SetFinding:
    return SetFinding(
        rule=rule, severity="error", message=message, way_out="Name one person.", source=source, subject_id=id
    )


def confidence(draft: DraftSet, preset: Preset) -> Iterator[SetFinding]:
    """Yield what is unsaid, too easy or a wish, by the owner's own probability. Source: W-09, W-12, O-09.

    The ceiling does not bind what is declared committed: that is meant to be reached in full. Nor is a declared moonshot a wish.
    """
    policy = preset.confidence
    for row in draft.key_results():
        if row.is_waived:
            continue  # an enabler is delivered or not
        if row.confidence is None:
            if policy.is_required:
                yield _about(
                    row,
                    "kr.confidence-missing",
                    f"Nobody said how likely “{row.text[:120]}” is.",
                    "Say 0–100 %.",
                    preset,
                )
        elif (
            policy.too_easy is not None
            and row.confidence > policy.too_easy + 1e-9
            and row.commitment is not Commitment.COMMITTED
        ):
            what = "not a stretch" if row.confidence >= 1 else "probably not ambitious enough"
            message = f"“{row.text[:120]}” at {row.confidence:.0%} is {what}; the ceiling is {policy.too_easy:.0%}."
            yield _about(row, "kr.too-easy", message, "Raise the target, or declare it committed.", preset)
        elif (
            policy.wish is not None
            and row.confidence <= policy.wish + 1e-9
            and row.commitment is not Commitment.MOONSHOT
        ):
            message = f"“{row.text[:120]}” at {row.confidence:.0%} is a wish."
            yield _about(row, "kr.wish", message, "Lower the target, or declare it a moonshot.", preset)


def _about(row: DraftKeyResult, rule: str, message: str, way_out: str, preset: Preset) -> SetFinding:
    source = preset.sources["confidence"]
    return SetFinding(rule=rule, severity="error", message=message, way_out=way_out, source=source, subject_id=row.id)


def classes(draft: DraftSet, _: Preset) -> Iterator[SetFinding]:
    """Yield a set whose declared classes are all alike. Source: G-22."""
    declared = [row.commitment for row in draft.key_results() if row.commitment is not None]
    if len(declared) > 1 and len(set(declared)) == 1:
        yield SetFinding(
            rule="set.one-class",
            severity="warning",
            message=f"All {len(declared)} declared key results are {declared[0].value}.",
            way_out="Mix moonshots with committed ones.",
            source="G-22",
        )
