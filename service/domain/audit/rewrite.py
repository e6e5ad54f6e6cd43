"""A rewrite built from the text's own words, with slots where only people know the number. It never invents one."""

from service.domain.audit.case import Case
from service.domain.audit.model import Verdict
from service.domain.audit.phrases import end_of, join, movement_in, object_phrase, split_goals, subject_phrase, whole


def rewrite(case: Case, verdict: Verdict) -> str:
    """Offer a better sentence for a defect; empty when the text is good. Source: M-22.

    Shape: one sentence (several, joined by ` · `, for a kitchen sink) with slots in square brackets.
    """
    if verdict == "good":
        return ""
    makers = _OBJECTIVE if case.kind == "objective" else _KEY_RESULT
    maker = makers.get(verdict)
    return maker(case) if maker else ""


def _say(case: Case, template: str, **slots: str) -> str:
    """Fill a template of the language; no sentence is better than one with a hole where the text had no words."""
    text = case.reading.lexicon.templates.get(template, "")
    if not text or not all(slots.values()):
        return ""
    sentence = text.format(end=end_of(case.reading), **slots)
    return sentence[0].upper() + sentence[1:]


def _task(case: Case) -> str:
    """Lift the purpose out of the text where it names one, else ask what people do with the thing."""
    movement = movement_in(case.reading)
    if movement:
        return _say(case, "move", sentence=movement)
    if case.claim == "activity":
        return _say(case, "effect-of-activity", sentence=whole(case.reading))
    template = "effect-of-staff" if case.reading.object[0] == "staff" else "effect-of-output"
    return _say(case, template, thing=object_phrase(case.reading))


def _no_number(case: Case) -> str:
    """Put the levels behind a metric; what is no metric needs to be measured first."""
    measurable = case.reading.object[0] == "metric" and not case.reading.follows(case.reading.lexicon.comparatives)
    return _say(case, "move" if measurable else "measure", sentence=whole(case.reading))


def _kpi(case: Case) -> str:
    if case.reading.lead_kind == "operate":
        return _say(case, "share-of-work", thing=object_phrase(case.reading))
    thing = subject_phrase(case.reading)
    if not thing and case.reading.numbers:
        thing = case.reading.numbers[0].word
    if not thing:
        return _say(case, "measure", sentence=whole(case.reading))
    is_metric = any(kind == "metric" for _, _, kind in case.reading.nouns)
    return _say(case, "shift-level" if is_metric else "level-of", thing=thing)


def _binary(case: Case) -> str:
    return _say(case, "open-points", thing=object_phrase(case.reading))


def _vanity(case: Case) -> str:
    for number in case.reading.numbers:
        if number.head == "vanity":
            return _say(case, "share-who", thing=number.word)
    named = [word for _, word, kind in case.reading.nouns if kind == "vanity"]
    return _say(case, "share-who", thing=named[0] if named else "")


def _sink(case: Case) -> str:
    return " · ".join(
        _say(case, "move" if case.kind == "kr" else "plain", sentence=goal) for goal in split_goals(case.reading)
    )


def _retarget(case: Case) -> str:
    """Keep the sentence up to its first number and leave both levels open."""
    first = case.reading.numbers[0].index if case.reading.numbers else len(case.reading.tokens)
    stem = list(case.reading.tokens[:first])
    lexicon = case.reading.lexicon
    small = lexicon.prepositions | lexicon.above | lexicon.below | lexicon.group("minimum") | lexicon.group("between")
    while stem and (stem[-1].lower in small or stem[-1].kind in {"sign", "stop"}):
        stem.pop()
    return _say(case, "move", sentence=join(stem))


def _project(case: Case) -> str:
    return _say(case, "aim-of-thing", thing=object_phrase(case.reading))


def _vague(case: Case) -> str:
    return _say(case, "aim-for-whom", sentence=whole(case.reading))


def _upkeep(case: Case) -> str:
    return _say(case, "aim-beyond-upkeep", thing=subject_phrase(case.reading))


def _metric(case: Case) -> str:
    return _say(case, "aim-behind-metric", sentence=case.reading.text)


_KEY_RESULT = {
    "task": _task,
    "no-number": _no_number,
    "kpi": _kpi,
    "binary": _binary,
    "vanity": _vanity,
    "kitchen-sink": _sink,
    "sandbag": _retarget,
    "impossible": _retarget,
}
_OBJECTIVE = {
    "task": _project,
    "vague": _vague,
    "kpi": _upkeep,
    "kr-as-objective": _metric,
    "kitchen-sink": _sink,
    "binary": _project,
}
