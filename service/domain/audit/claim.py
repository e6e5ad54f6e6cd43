"""What a key result claims. The linguistics behind the rules; whether a number proves the claim is in `proof.py`."""

from itertools import pairwise
from typing import Literal

from service.domain.audit.daily_work import is_promise, is_routine, is_service
from service.domain.audit.doers import is_compared, participle
from service.domain.audit.lexicon import MAKING, MOVING, PLANNED
from service.domain.audit.metric_name import is_metric_name
from service.domain.audit.proof import proves
from service.domain.audit.reading import Reading

#: outcome: something changes or is reached. output: a thing is made. activity: time is spent. upkeep: things stay
#: as they are. pass: a yes or no by somebody else. bare: a metric's name and nothing more.
Claim = Literal["outcome", "output", "activity", "upkeep", "pass", "bare"]


def claim(reading: Reading) -> Claim:
    """Classify what a key result claims by its opening, its verb and its object."""
    if reading.opening in {"noun", "guess"} and not reading.numbers and _is_made_ready(reading):
        return "output"
    if is_metric_name(reading):
        return "bare"
    if reading.opening == "verb":
        return _of_verb(reading)
    if reading.opening == "guess":
        return _of_guess(reading)
    if reading.opening == "measure":
        return _of_measure(reading)
    return _of_noun(reading)


def _of_verb(reading: Reading) -> Claim:
    kind = reading.lead_kind
    if kind in MAKING:
        return _of_making(reading)
    if kind == "hold":
        return _of_hold(reading)
    if kind == "operate":
        return _of_operate(reading)
    if kind == "reach":
        return _of_reach(reading)
    if kind == "improve" and not reading.numbers and reading.lemma in reading.lexicon.group("polishing"):
        return "output" if reading.object[0] == "artefact" else "outcome"
    return "outcome"


def _of_making(reading: Reading) -> Claim:
    """`Deploy models faster` speaks of a change and `Featured by the press` of others, though the verb makes something."""
    last = reading.last_word
    if last in reading.lexicon.comparatives and last != "more":
        return "outcome"
    if not reading.numbers and reading.follows(reading.lexicon.group("rarer"), after=reading.rest_at):
        return "outcome"
    helped = (
        reading.lemma in reading.lexicon.group("helping") and reading.object[0] == "outcome" and not reading.numbers
    )
    if helped and reading.lead_kind == "activity":
        return "outcome"
    felt = not reading.numbers and reading.object[1] in reading.lexicon.group("attitudes")
    if reading.is_passive or felt or _is_bettered(reading):
        return "outcome"
    if is_routine(reading) or is_service(reading) or is_promise(reading):
        return "upkeep"
    return "output" if reading.lead_kind == "output" else "activity"


def _is_bettered(reading: Reading) -> bool:
    """`Build stronger relationships` speaks of a change; `Build a better tool` still of a thing."""
    if reading.numbers or reading.object[0] not in {"quality", "outcome", "metric"}:
        return False
    return reading.follows(reading.lexicon.comparatives, after=reading.rest_at)


def _of_hold(reading: Reading) -> Claim:
    lexicon = reading.lexicon
    if reading.last_word in lexicon.group("feelings") and reading.follows(lexicon.group("people")):
        return "outcome"
    if reading.numbers and reading.object[1] in lexicon.group("share_up"):
        return "outcome"
    if reading.lemma not in lexicon.group("assuring") or reading.follows(
        lexicon.group("lasting"), after=reading.rest_at
    ):
        return "upkeep"
    if reading.numbers:
        lasting = lexicon.group("service") | lexicon.group("rules")
        return "upkeep" if reading.follows(lasting, after=reading.rest_at) else "outcome"
    inner = _inner_verb(reading)
    if inner in MAKING and reading.recurs:
        return "upkeep"
    if inner in MAKING:
        return "output" if inner == "output" else "activity"
    if inner == "reach" and reading.nouns and reading.nouns[-1][2] == "artefact":
        return "output"
    if reading.follows(lexicon.group("rules"), after=reading.rest_at):
        return "upkeep"
    return "outcome" if reading.object[0] in {"metric", "outcome"} else "upkeep"


def _inner_verb(reading: Reading) -> str:
    for index, token in enumerate(reading.tokens[reading.at + 1 :], start=reading.at + 1):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None and verb.form == "third" and index + 1 == len(reading.tokens):
            continue
        if verb is not None and not reading.lexicon.noun(token.lower) and verb.kind != "state":
            return verb.kind
    return ""


def _of_operate(reading: Reading) -> Claim:
    """A share, a movement or a comparative makes daily work an outcome; a mere service level does not: it never ends."""
    if reading.follows(reading.lexicon.comparatives - {"more"}, after=reading.rest_at):
        return "outcome"
    numbers = reading.numbers
    if reading.recurs_always and not any(number.role in {"from", "to"} for number in numbers):
        return "upkeep"
    if any(number.kind in {"percent", "score", "times"} or number.role in {"from", "to"} for number in numbers):
        return "outcome"
    if any(number.kind == "duration" for number in numbers):
        return "outcome" if len(numbers) > 1 or reading.has_calendar else "upkeep"
    bounded = any(number.role == "below" for number in numbers)
    return "activity" if numbers and not bounded else "upkeep"


def _of_reach(reading: Reading) -> Claim:
    lexicon = reading.lexicon
    kind = reading.object[0]
    if is_promise(reading):
        return "upkeep"
    punctual = reading.follows(lexicon.group("punctual"), after=reading.rest_at)
    if not reading.numbers and punctual and reading.recurs:
        return "upkeep"
    if not reading.numbers and reading.lemma in lexicon.group("admitting"):
        return "output"
    if reading.lemma in lexicon.group("meeting") and _meets_people(reading):
        return "activity"
    if not reading.numbers and reading.lemma in lexicon.group("auxiliaries") and _gets_done(reading):
        return "output"
    if reading.numbers or reading.follows(lexicon.comparatives, after=reading.rest_at):
        return "outcome"
    owed = reading.lemma in lexicon.group("meeting") and reading.follows(lexicon.group("quantifiers"), after=reading.at)
    if reading.follows(lexicon.group("quotas"), after=reading.rest_at) and (reading.recurs or owed):
        return "upkeep"
    if reading.lemma in lexicon.group("passing") and any(word in lexicon.group("passes") for word in reading.words):
        return "pass"
    made = lexicon.verbs.get(reading.object[1])
    worked = kind in PLANNED or (made is not None and made.kind in MAKING)
    if reading.lemma in lexicon.group("ending") and worked:
        return "output"
    if kind in PLANNED and reading.lemma not in lexicon.group("granted"):
        return "activity" if kind == "activity" else "output"
    return "outcome"


def _gets_done(reading: Reading) -> bool:
    """Tell `Get the team trained` from `Get featured`: a participle of making behind an object."""
    verbs, nouns = reading.lexicon.verbs, [index for index, _, _ in reading.nouns]
    return any(
        index > reading.at + 1
        and token.lower in verbs
        and verbs[token.lower].form == "past"
        and verbs[token.lower].kind in MAKING
        and any(reading.at < noun < index for noun in nouns)
        for index, token in enumerate(reading.tokens)
    )


def _meets_people(reading: Reading) -> bool:
    """`Meet 20 customers` spends time; `Meet 95 % of the deadlines` reaches a level."""
    return (
        len(reading.numbers) == 1
        and reading.numbers[0].kind == "count"
        and reading.numbers[0].head in {"outcome", "staff"}
    )


def _of_guess(reading: Reading) -> Claim:
    """An unknown word stands where a verb stands: the object decides."""
    if not reading.numbers:
        if reading.first_word in reading.lexicon.group("feelings"):
            return "outcome"
        return "outcome" if reading.object[0] in {"metric", "outcome"} else "output"
    if is_standing(reading):
        return "upkeep"
    kinds = {quantity.head for quantity in reading.numbers}
    return "output" if kinds <= PLANNED | {""} and kinds & PLANNED else "outcome"


def _of_measure(reading: Reading) -> Claim:
    """`5 features shipped` counts work; `70 % of users finish` measures."""
    if not reading.numbers:
        return "outcome"
    if reading.predicate is not None:
        return "outcome"
    if is_standing(reading):
        return "upkeep"
    done = participle(reading)
    first = reading.numbers[0]
    if first.kind == "percent" and is_compared(reading, first):
        return "outcome"
    if first.kind == "percent":
        return "output" if done in MAKING and first.head in PLANNED else "outcome"
    heads = [quantity.head for quantity in reading.numbers if quantity.kind in {"count", "blank"}]
    if not heads or any(quantity.kind in {"percent", "score"} for quantity in reading.numbers):
        return "outcome"
    if heads[0] in PLANNED and not any(proves(reading, quantity) for quantity in reading.numbers):
        return "activity" if heads[0] == "activity" else "output"
    worked = done in MAKING and len(reading.numbers) == 1 and heads[0] not in {"outcome", "metric", "vanity"}
    return "output" if worked else "outcome"


def _of_noun(reading: Reading) -> Claim:
    """`New website launched`, `Migration to the cloud`, `Gross margin`, `Response time < 2 h`, `NPS above 50`."""
    if _stays(reading):
        return "upkeep"
    if _is_told(reading):
        return "outcome"
    if any(proves(reading, quantity) for quantity in reading.numbers):
        return "upkeep" if is_service_level(reading) or is_standing(reading) or _is_served(reading) else "outcome"
    if reading.tokens[reading.at].lower in reading.lexicon.group("amounts") and not reading.numbers:
        return "bare"
    done = participle(reading)
    kinds = [kind for _, _, kind in reading.nouns]
    punctual = reading.follows(reading.lexicon.group("punctual")) and not reading.numbers
    if done and punctual and reading.nouns and reading.nouns[0][1].endswith("s"):
        return "upkeep"
    if done == "activity" and reading.first_word in reading.lexicon.comparatives:
        return "outcome"
    if done in MAKING:
        return "output"
    if reading.numbers:
        return "upkeep" if all(number.kind == "frequency" for number in reading.numbers) else "outcome"
    if (done and done not in {"hold", "operate"}) or reading.follows(reading.lexicon.comparatives):
        return "outcome"
    if reading.first_word in reading.lexicon.frequencies or (reading.recurs and done not in MOVING):
        return "upkeep"
    if kinds and kinds[-1] in {"metric", "vanity"} and len(reading.words) <= _BARE_WORDS:
        return "bare"
    if kinds and kinds[0] == "metric" and len(reading.words) <= _BARE_WORDS and not reading.numbers:
        return "bare"
    if kinds and (kinds[0] in {"artefact", "activity"} or kinds[-1] in PLANNED):
        return "output"
    verbal = any(
        token.lower in reading.lexicon.verbs and not reading.lexicon.noun(token.lower) for token in reading.tokens
    )
    return "outcome" if verbal else "bare"


def _is_made_ready(reading: Reading) -> bool:
    """`Project Phoenix goes live` and `New pricing in place` tell of a thing that is there."""
    if reading.follows(reading.lexicon.group("ready")):
        return not any(kind == "metric" for _, _, kind in reading.nouns[:1])
    pairs = (f"{one.lower} {two.lower}" for one, two in pairwise(reading.tokens))
    return any(
        pair in reading.lexicon.verbs and reading.lexicon.verbs[pair].lemma in reading.lexicon.group("launching")
        for pair in pairs
    )


def _is_served(reading: Reading) -> bool:
    """`Calls answered within 30 seconds` is a promise kept call by call; `95 % of the calls` has its share to raise."""
    numbers = reading.numbers
    if len(numbers) != 1 or numbers[0].kind != "duration" or numbers[0].role != "below" or reading.has_calendar:
        return False
    return participle(reading) in MAKING | {"operate"} and reading.first_word.endswith("s")


def _is_told(reading: Reading) -> bool:
    """Tell `Users love the editor` from `The editor is live` and `All services have goals defined`."""
    if reading.predicate is None or participle(reading) in MAKING:
        return False
    verb = reading.predicate[1]
    return verb.kind in {"state", "reach", *MOVING} and verb.lemma not in reading.lexicon.group("auxiliaries")


def _stays(reading: Reading) -> bool:
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


#: A bare noun of so few words is a metric's name.
_BARE_WORDS = 3
