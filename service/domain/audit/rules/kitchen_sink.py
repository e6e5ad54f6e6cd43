"""Stage 4: several goals in one sentence."""

from service.domain.audit.case import BOTH, Case, Rule
from service.domain.audit.lexicon import MOVING
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Find three goals, or two measured ones, in one sentence; a guarded level beside a goal is none. Source: requirements 4.1."""
    goals = [(index, verb) for index, verb in case.reading.goals if verb.kind != "hold"]
    changing = [index for index, verb in goals if verb.kind in MOVING]
    if not (len(goals) >= 3 and changing) and not _are_two_measured(case, changing):
        return None
    named = ", ".join(verb.lemma for _, verb in goals)
    return Finding(
        f"{case.kind}.kitchen-sink",
        "error",
        f"Several goals in one sentence ({named}): one can be reached while another is missed.",
        "Keep the one that matters most and give the others a sentence of their own.",
        "requirements 4.1",
        "kitchen-sink",
    )


def _are_two_measured(case: Case, changing: list[int]) -> bool:
    if case.kind != "kr" or len(changing) < 2:
        return False
    places = [number.index for number in case.reading.numbers if number.kind != "rank"]
    return any(changing[0] < place < changing[1] for place in places) and any(place > changing[1] for place in places)


RULE = Rule(4, BOTH, check)
