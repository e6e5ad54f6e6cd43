"""Stage 4: several goals in one sentence."""

from service.domain.audit.case import BOTH, Case, Rule
from service.domain.audit.lexicon import MAKING, MOVING, Verb
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Find three goals, two measured ones, or two aims of their own in one sentence; a guarded level beside a goal is none.

    Source: requirements 4.1.
    """
    goals = [(index, verb) for index, verb in case.reading.goals if verb.kind != "hold"]
    changing = [index for index, verb in goals if verb.kind in MOVING]
    if not (len(goals) >= 3 and changing) and not _are_two_measured(case, changing) and not _are_two_aims(case, goals):
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


def _are_two_aims(case: Case, goals: list[tuple[int, Verb]]) -> bool:
    """Tell `Win young drivers and modernise the invoicing` from `Give them reasons to stay and grow` and `flaky tests and slow builds`."""
    if case.kind != "objective" or len(goals) < 2 or goals[0][0] != case.reading.at:
        return False
    reading, lexicon = case.reading, case.reading.lexicon
    at, second = goals[1]
    joined = lexicon.links - lexicon.group("during")
    behind = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    if reading.lead_kind in MAKING or at - 1 == reading.object_at:  # a project; `Attract and retain talent`
        return False
    if second.form != "base" or reading.tokens[at - 1].lower not in joined or behind is None:
        return False
    if second.lemma in lexicon.group("adjectival") or behind.lower in lexicon.prepositions | lexicon.group("them"):
        return False
    below = (lexicon.whys | lexicon.goals | lexicon.group("purposes") | lexicon.group("means")) - lexicon.group(
        "scopes"
    )
    return not any(token.lower in below for token in reading.tokens[reading.at + 1 : at])


RULE = Rule(4, BOTH, check)
