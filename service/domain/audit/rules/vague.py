"""Stage 5: an objective that steers nobody's next week."""

from collections.abc import Sequence

from service.domain.audit.case import OBJECTIVE, Case, Rule
from service.domain.audit.lexicon import MOVING, Lexicon
from service.domain.audit.model import Finding
from service.domain.audit.tokens import Token


def check(case: Case) -> Finding | None:
    """Find empty intensifiers, and a change of something that any team could name, without where, for whom or why.

    Source: O-15; requirements 4.1 (OBJ-2, evergreen test).
    """
    if case.reading.numbers or not (_is_padded(case) or _is_anybodys(case)):
        return None
    return Finding(
        "objective.vague",
        "error",
        "It would not change what anybody does next week.",
        "Say for whom, where or what will be different: “Become market leader” → “Become the first choice of … in …”.",
        "O-15",
        "vague",
    )


def _content(case: Case) -> list[str]:
    """List the words after the verb that say something."""
    lexicon = case.reading.lexicon
    dull = (
        lexicon.calendar
        | lexicon.determiners
        | lexicon.fillers
        | lexicon.links
        | lexicon.prepositions
        | lexicon.comparatives
    )
    return [word for word in case.reading.rest if word not in dull and word not in lexicon.superlatives]


def _is_padded(case: Case) -> bool:
    lexicon = case.reading.lexicon
    words = case.reading.rest
    if any(word in lexicon.group("empty") for word in words):
        return True
    padding = any(word in lexicon.fillers for word in words)
    return padding and len(_content(case)) <= 2 and not _is_placed(case)


def _is_placed(case: Case) -> bool:
    """Say whether a preposition or a purpose ties the objective to something; `in Q3` ties it to a date, as the cycle does."""
    reading, lexicon = case.reading, case.reading.lexicon
    if _is_named(case):
        return True
    tied = (lexicon.prepositions | lexicon.whys) - lexicon.group("of") - lexicon.comparatives
    tokens = reading.tokens[reading.rest_at :]
    return any(token.lower in tied and not _is_time(tokens[place + 1 :], lexicon) for place, token in enumerate(tokens))


def _is_time(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether what follows is a date or a span: `this quarter`, `the end of Q3`."""
    small = lexicon.determiners | lexicon.group("of") | lexicon.group("untils")
    first = next((token for token in tokens if token.lower not in small), None)
    return first is not None and (first.kind == "date" or first.lower in lexicon.calendar)


def _is_praise(case: Case) -> bool:
    """Say whether it is a word of praise and a noun, and no more: `Better design`, `Excellent support`."""
    reading, lexicon = case.reading, case.reading.lexicon
    praise = lexicon.superlatives | lexicon.comparatives | lexicon.group("strong")
    return reading.lead is None and len(reading.words) <= _PRAISE_WORDS and reading.first_word in praise


_PRAISE_WORDS = 2


def _is_named(case: Case) -> bool:
    """Say whether a proper name ties it: `Enter the Japanese market`; a heading in capitals names nothing."""
    inner = [
        token
        for token in case.reading.tokens[1:]
        if token.kind == "word" and token.lower not in case.reading.lexicon.prepositions
    ]
    capital = [token for token in inner if token.text[0].isupper()]
    return 0 < len(capital) < len(inner)


def _is_anybodys(case: Case) -> bool:
    """Say whether the object is something that any team could name."""
    reading, lexicon = case.reading, case.reading.lexicon
    content = _content(case)
    if not content or _is_praise(case):
        return bool(reading.words)
    if (
        reading.last_word in lexicon.group("feelings")
        and len(content) <= 2
        and reading.follows(lexicon.group("people"))
    ):
        return True
    if reading.lead is None and len(content) <= _PRAISE_WORDS and not _is_placed(case):
        return True  # `Customer first`: a motto names no change
    if reading.lead_kind not in {"up", "improve", "reach", "state", "output", "down", "activity"}:
        return False
    if reading.follows(lexicon.group("strong"), after=reading.rest_at) and len(content) >= 2:
        return False
    claimed = reading.lead_kind in MOVING or reading.lemma in lexicon.group("auxiliaries")
    if len(content) == 1 and not _is_placed(case) and claimed:
        return True
    if reading.lead_kind == "reach" and content[-1] in lexicon.group("quotas") and len(content) <= _BUZZ_WORDS:
        return True
    if reading.lead_kind == "state" and not claimed and len(content) > 1:
        return False
    if any(word in lexicon.group("buzz") for word in content) and len(content) <= _BUZZ_WORDS and not _is_placed(case):
        return True
    if reading.lemma in lexicon.group("empty_verbs") and len(content) <= _BUZZ_WORDS and not _is_placed(case):
        return True
    general = content[-1] in lexicon.group("generic") or reading.rest[-1] in lexicon.group("generic")
    return general and len(content) <= (1 if _is_placed(case) else 2)


#: `Become data-driven` says no more than its fashionable word.
_BUZZ_WORDS = 2

RULE = Rule(5, OBJECTIVE, check)
