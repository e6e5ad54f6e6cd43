"""Signs of the daily work of an operation behind a verb of making or doing. The claim is named in `claim.py`."""

from service.domain.audit.lexicon import MAKING
from service.domain.audit.reading import Reading


def is_routine(reading: Reading) -> bool:
    """`Deploy code every week` and `File returns on time` are the daily work; `Write a post every week` still makes things."""
    lexicon, start = reading.lexicon, reading.object_at
    if reading.numbers:
        return False
    punctual = reading.lemma not in lexicon.group("ending") and reading.follows(lexicon.group("punctual"), after=start)
    near = reading.tokens[start : start + _NEAR_TOKENS]
    if any(token.lower in lexicon.group("routine") for token in near) or punctual:
        return True
    single = start < len(reading.tokens) and reading.tokens[start].lower in lexicon.group("single")
    return reading.lead_kind == "output" and reading.recurs and reading.object[0] != "activity" and not single


def is_service(reading: Reading) -> bool:
    """`Provide first-level support` and `Hold churn at 2 %` go on forever."""
    lexicon = reading.lexicon
    if reading.lemma in lexicon.group("holding") and reading.object[0] == "metric":
        return True
    praised = reading.follows(
        lexicon.group("strong") | lexicon.comparatives | lexicon.superlatives, after=reading.object_at
    )
    provided = reading.lemma in lexicon.group("serving") and {reading.object[1], reading.last_word} & lexicon.group(
        "services"
    )
    return bool(provided) and not reading.numbers and not praised


#: A word further behind the verb does not describe its object.
_NEAR_TOKENS = 4


def _delivers(reading: Reading) -> bool:
    return reading.lead_kind in MAKING or reading.lemma in reading.lexicon.group("serving")


def is_promise(reading: Reading) -> bool:
    """`Ship orders within 24 hours` promises each of many a time: that holds forever."""
    lexicon, start = reading.lexicon, reading.object_at
    if start >= len(reading.tokens) or not _delivers(reading) or len(reading.numbers) > 1:
        return False
    if any(number.kind != "duration" or number.role != "below" for number in reading.numbers):
        return False
    every = reading.tokens[start].lower in lexicon.group("quantifiers")
    longest = _LONG_S * (5 if every else 1)
    many = reading.object[1].endswith("s") and reading.tokens[start].lower not in lexicon.group("articles")
    return many and any(
        token.lower in lexicon.group("within")
        and index + 2 < len(reading.tokens)
        and reading.tokens[index + 1].kind == "number"
        and reading.tokens[index + 1].value * lexicon.durations.get(reading.tokens[index + 2].lower, longest) < longest
        for index, token in enumerate(reading.tokens)
    )


#: A promise is given in hours or days; weeks and months are time for a project.
_LONG_S = 86_400 * 15
