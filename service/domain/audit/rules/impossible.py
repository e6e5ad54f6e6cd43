"""Stage 1: a target that arithmetic rules out."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding
from service.domain.audit.quantities import Quantity

_SOURCE = "M-08"


def check(case: Case) -> Finding | None:
    """Refuse a share above 100 %, a rise that falls, a negative level, a cut by more than everything.

    Source: M-08.
    """
    problem = _fields(case) or _share(case) or _cut(case)
    if problem is None:
        return None
    message, suggestion = problem
    return Finding("kr.impossible", "error", message, suggestion, _SOURCE, "impossible")


def _fields(case: Case) -> tuple[str, str] | None:
    fields = case.fields
    if fields.target is None:
        return None
    if (
        fields.target < 0
        and fields.unit.strip() == "%"
        and not case.reading.follows(case.reading.lexicon.group("signed"))
    ):
        return (
            f"The target is {fields.target:g} %, and a share cannot be negative.",
            "Set a target between 0 and 100 %.",
        )
    if fields.unit.strip() == "%" and fields.target > 100 and _names_share(case):
        return f"The target is {fields.target:g} %, and this share ends at 100 %.", "Set a target of at most 100 %."
    if fields.baseline is not None and fields.baseline == fields.target and case.reading.moves:
        return (
            f"Baseline and target are both {fields.target:g}: nothing would change.",
            "Set a target other than the baseline.",
        )
    return None


def _names_share(case: Case) -> bool:
    reading = case.reading
    names = set(reading.rest)
    return bool(names & reading.lexicon.bounded) and not names & reading.lexicon.unbounded


def _share(case: Case) -> tuple[str, str] | None:
    for number in case.reading.numbers:
        if (
            number.kind == "percent"
            and number.value > 100
            and number.role != "by"
            and _is_share_of_people(case, number)
        ):
            return f"{number.shown} is more than all of them.", "Set a target of at most 100 %."
        if number.kind == "percent" and number.value > 100 and number.role != "by" and _names_share(case):
            if case.reading.follows(case.reading.lexicon.group("share_up"), after=number.index):
                continue
            return f"{number.shown} is more than all of it: this share ends at 100 %.", "Set a target of at most 100 %."
        if number.kind == "score" and _over_scale(case, number):
            return f"{number.shown} is beyond its own scale.", "Set a target within the scale."
    return None


def _is_share_of_people(case: Case, number: Quantity) -> bool:
    """Tell `115 % of customers` from `115 % of the plan`."""
    tokens, lexicon = case.reading.tokens, case.reading.lexicon
    of = number.index + 1 < len(tokens) and tokens[number.index + 1].lower in lexicon.group("of")
    return of and number.head in {"outcome", "staff"} and number.word.endswith("s")


def _over_scale(case: Case, number: Quantity) -> bool:
    token = case.reading.tokens[number.index]
    return (
        token.of in {5, 7, 10, 100}
        and token.value > token.of
        and bool(case.reading.follows(case.reading.lexicon.group("scales")))
    )


def _cut(case: Case) -> tuple[str, str] | None:
    if case.reading.lead_kind != "down":
        return None
    for number in case.reading.numbers:
        if number.kind == "percent" and number.role == "by" and number.value > 100:
            return (
                f"A cut by {number.shown} takes away more than there is.",
                "Say by at most 100 %, or name both levels: from … to …",
            )
    return None


RULE = Rule(1, KR, check)
