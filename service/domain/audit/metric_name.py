"""Whether a sentence is a metric's name and nothing more: `Gross margin`, `Build success rate`, `Orders per month`."""

from service.domain.audit.reading import Reading


def is_metric_name(reading: Reading) -> bool:
    """Say whether no number, no article and no imperative stands there, only what could be read off a dashboard."""
    if reading.numbers or len(reading.words) > _NAME_WORDS or reading.predicate is not None:
        return False
    lexicon = reading.lexicon
    if reading.first_word in lexicon.superlatives | lexicon.group("feelings"):
        return False
    if reading.has_comparative or any(word in lexicon.determiners | lexicon.comparatives for word in reading.words):
        return False
    if len(reading.tokens) == 1:
        return reading.lexicon.noun(reading.first_word) == "metric"
    if reading.opening == "verb":
        return _is_compound(reading) or _is_ratio(reading) or _is_open(reading) or _is_gerund(reading)
    if reading.opening == "guess":
        return _is_known(reading) or reading.tokens[reading.at].lower in lexicon.group("active")
    if reading.follows(lexicon.group("active")) and len(reading.words) <= _SHORT_WORDS + 1:
        return True
    return _is_ratio(reading) or _is_count(reading) or _ends_in_indicator(reading)


#: A metric's name with what it is taken over has at most so many words.
_NAME_WORDS = 6


def _is_compound(reading: Reading) -> bool:
    """Tell `Build success rate` from `Build the rate card`: a verb that is also a noun, and an indicator."""
    lexicon, last = reading.lexicon, reading.last_word
    named = bool(lexicon.noun(reading.first_word)) and last in lexicon.group("indicators")
    provided = reading.lead_kind == "output" and last in lexicon.bounded | lexicon.group("indicators")
    named = named or (provided and reading.lemma not in lexicon.group("measuring"))
    return named and 1 < len(reading.words) <= _SHORT_WORDS + 1


def _is_gerund(reading: Reading) -> bool:
    """Tell `Drinking water quality` from `Improving quality`: the gerund names a kind of water."""
    if reading.lead is None or reading.lead.form != "ing" or reading.moves or len(reading.words) > _SHORT_WORDS:
        return False
    return len(reading.words) > 1 and reading.lexicon.noun(reading.last_word) == "metric"


def _is_open(reading: Reading) -> bool:
    """Tell `Open tickets` from `Open stores`."""
    named = reading.lemma in reading.lexicon.group("opening") and len(reading.words) <= _SHORT_WORDS
    return named and reading.last_word in reading.lexicon.group("defects")


#: A name without what it is taken over has at most so many words.
_SHORT_WORDS = 3


def _is_known(reading: Reading) -> bool:
    """Tell `Gross margin` from `Monetise the margin`: nothing after the noun, and no verb's ending before it."""
    first = reading.first_word
    if len(reading.words) > _SHORT_WORDS:
        return False
    if len(first) > _SHORTEST_ENDED and first.endswith(reading.lexicon.verb_endings or ("\0",)):
        return False
    return reading.lexicon.noun(reading.last_word) in {"metric", "outcome"}


#: Words as short as `late` and `rate` do not bear the ending of a verb.
_SHORTEST_ENDED = 6


def _is_ratio(reading: Reading) -> bool:
    """Find `Profit margin per order` and `Bug count per release`, but not `Ship a release per week`."""
    lexicon = reading.lexicon
    if not lexicon.noun(reading.first_word):
        return False
    kinds = {index: kind for index, _, kind in reading.nouns}
    return any(
        token.lower in lexicon.group("per") and (index + 1 in kinds or _spans(reading, index + 1))
        for index, token in enumerate(reading.tokens)
    )


def _spans(reading: Reading, index: int) -> bool:
    return index < len(reading.tokens) and reading.tokens[index].lower in reading.lexicon.durations


def _is_count(reading: Reading) -> bool:
    """Find `Complaints received`: what others did, counted; `Website launched` and `Interviews held` are work."""
    verb = reading.lexicon.verbs.get(reading.last_word)
    counted = {kind for _, _, kind in reading.nouns}
    return (
        verb is not None and verb.form == "past" and len(reading.words) <= _SHORT_WORDS and is_many(reading)
        and bool(counted) and counted <= {"outcome", "metric"}
    )  # fmt: skip


def is_many(reading: Reading) -> bool:
    """Say whether the word before the last is a plural: `Complaints received`, but not `Contract signed`."""
    before = reading.words[-2] if len(reading.words) > 1 else ""
    return before.endswith("s") or before in reading.lexicon.group("plurals")


def _ends_in_indicator(reading: Reading) -> bool:
    """Find `First-time fix rate`, where only words of a name stand before the indicator."""
    if reading.last_word not in reading.lexicon.group("indicators") | reading.lexicon.bounded:
        return False
    return not any(token.lower in reading.lexicon.prepositions - {"to", "of", "per"} for token in reading.tokens)
