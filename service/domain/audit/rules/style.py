"""Stage 9: how it reads."""

from service.domain.audit.case import BOTH, OBJECTIVE, Case, Rule
from service.domain.audit.model import Finding

#: Source: OpenOKR OBJ-2 as quoted in requirements 4.1.
_SHORT_WORDS, _LONG_WORDS = 4, 18


def length(case: Case) -> Finding | None:
    """Warn of an objective too short to say anything or too long to remember. Source: T-06; G-01; requirements 4.1."""
    count = len(case.reading.words)
    if _SHORT_WORDS <= count <= _LONG_WORDS:
        return None
    if count < _SHORT_WORDS:
        return Finding(
            "objective.short", "info", f"{count} words: hardly enough to say what changes for whom.", "Add for whom or where.", "T-06",
        )  # fmt: skip
    return Finding(
        "objective.long", "info", f"{count} words: too long to recall without looking it up.", f"Keep to {_LONG_WORDS} words.", "T-06",
    )  # fmt: skip


def digits(case: Case) -> Finding | None:
    """Mention numbers in an objective. Source: requirements 4.1 (OBJ-2), 4.3."""
    if not case.reading.numbers:
        return None
    return Finding(
        "objective.number", "info", "An objective with a number in it.", "Let a key result carry the number.", "requirements 4.3",
    )  # fmt: skip


def placeholder(case: Case) -> Finding | None:
    """Name the slots still to be filled in."""
    blanks = [
        number.shown
        for number in case.reading.numbers
        if number.value == 0.0 and any(c in number.shown for c in "[{<_X?Y")
    ]
    if not blanks:
        return None
    return Finding(
        f"{case.kind}.placeholder", "warning", f"Still to be filled in: {', '.join(blanks)}.", "Put the real value in.", "M-10",
    )  # fmt: skip


def cut(case: Case) -> Finding | None:
    """Say that only the beginning of a very long text was read."""
    if not case.reading.is_cut:
        return None
    return Finding(
        f"{case.kind}.cut", "warning", "Only the beginning of this text was read.", "Keep the statement to one sentence; put the rest "
        "into the description.", "G-01",
    )  # fmt: skip


RULES = (
    Rule(9, OBJECTIVE, length),
    Rule(9, OBJECTIVE, digits),
    Rule(9, BOTH, placeholder),
    Rule(9, BOTH, cut),
)
