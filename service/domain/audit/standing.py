"""Levels that are held, not reached: `Uptime of 99.9 %`, `Calls answered within 30 s`, `Zero accidents every month`."""

from service.domain.audit.doers import participle
from service.domain.audit.lexicon import MAKING
from service.domain.audit.reading import Reading


def is_served(reading: Reading) -> bool:
    """`Calls answered within 30 seconds` is a promise kept call by call; `95 % of the calls` has its share to raise."""
    numbers = reading.numbers
    if len(numbers) != 1 or numbers[0].kind != "duration" or numbers[0].role != "below" or reading.has_calendar:
        return False
    return participle(reading) in MAKING | {"operate"} and reading.first_word.endswith("s")


def stays(reading: Reading) -> bool:
    """Tell `Error budget stays within limits` from `Graduates stay in school`."""
    if reading.predicate is None or reading.predicate[1].kind != "hold":
        return False
    return any(kind == "metric" for index, _, kind in reading.nouns if index < reading.predicate[0])


def is_standing(reading: Reading) -> bool:
    """Say whether one level is to hold period after period: `API availability >= 99.95 % every month`."""
    lasting = reading.recurs_always or reading.follows(reading.lexicon.group("lasting"))
    if len(reading.numbers) != 1 or not lasting or reading.predicate is not None:
        return False
    level = reading.numbers[0]
    done_by_others = level.head == "outcome" and level.word not in reading.lexicon.group("defects")
    if level.role in {"from", "to", "by"} or (done_by_others and level.value):
        return False
    bound = level.role in {"above", "below"} or level.value == 0 or level.kind in {"percent", "score"}
    return bound and not reading.follows(reading.lexicon.group("active"))


def is_service_level(reading: Reading) -> bool:
    """Tell `Ticket response time < 2 h` (held forever) from a metric that is to move by the end of a cycle."""
    if len(reading.numbers) != 1 or reading.has_calendar:
        return False
    level = reading.numbers[0]
    lexicon = reading.lexicon
    if level.kind == "percent" and level.role == "plain":
        before = reading.tokens[level.index - 1].lower
        held = before in lexicon.group("of") or before == ":" or lexicon.noun(before) == "metric"
        return held and bool(set(reading.words[:_SERVICE_WORDS]) & lexicon.bounded & lexicon.group("service"))
    if level.kind == "duration" and level.role == "below" and reading.first_word not in lexicon.group("measures"):
        near = level.index <= _SERVICE_WORDS + 2
        return near and bool(set(reading.words[:_SERVICE_WORDS]) & lexicon.group("service"))
    lasting = level.kind == "duration" or reading.first_word in lexicon.bounded
    return lasting and level.role in {"below", "above"} and reading.first_word in lexicon.group("service")


#: What is served stands among the first words: `Shop uptime of 99.9 %`.
_SERVICE_WORDS = 2
