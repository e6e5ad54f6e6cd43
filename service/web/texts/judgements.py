"""Words and colours of what the auditor's instruments say. A colour never speaks alone: every lozenge carries its word."""

from typing import Final

from service.domain.audit import Severity
from service.domain.challenge import Answer, CounterMetric, Jql
from service.domain.divergence import Quadrant
from service.domain.do_nothing import Verdict as DoNothingVerdict
from service.domain.model import Direction
from service.domain.presets import GuardrailPolicy
from service.domain.sufficiency import Aspect, Verdict
from service.domain.synthesis import Kind, RequestState

_SUFFICIENCY: Final = {
    Verdict.SUFFICIENT: ("Sufficient", "success"),
    Verdict.COUNTER_EXAMPLE: ("Counter-example", "danger"),
    Verdict.CANNOT_TELL: ("Cannot tell", "warning"),
}
_DO_NOTHING: Final = {
    DoNothingVerdict.BUSINESS_AS_USUAL: ("Business as usual", "warning"),
    DoNothingVerdict.NEEDS_WORK: ("Takes work", "success"),
    DoNothingVerdict.WISH: ("A wish", "danger"),
    DoNothingVerdict.NOT_ENOUGH_HISTORY: ("Not enough history", "neutral"),
    DoNothingVerdict.NOT_APPLICABLE: ("Does not apply", "neutral"),
}
_QUADRANTS: Final = {
    Quadrant.WORKING: ("Working", "success"),
    Quadrant.STUCK_LEVER: ("Stuck lever", "danger"),
    Quadrant.WINDFALL: ("Windfall", "discovery"),
    Quadrant.NOT_STARTED: ("Not started", "neutral"),
    Quadrant.WAITING: ("Waiting", "information"),
    Quadrant.UNDER_WAY: ("Under way", "information"),
}
_QUADRANT_SAYS: Final = {
    Quadrant.WORKING: "Work done, number moved",
    Quadrant.STUCK_LEVER: "Work done, number stands still",
    Quadrant.WINDFALL: "Number moved without the work",
    Quadrant.NOT_STARTED: "Neither work nor number",
    Quadrant.WAITING: "Work done, the number may still follow",
    Quadrant.UNDER_WAY: "Too little is finished to say",
}
_SEVERITIES: Final[dict[Severity, tuple[str, str]]] = {
    "error": ("Grave", "danger"),
    "warning": ("Watch", "warning"),
    "info": ("Note", "neutral"),
}
_REQUESTS: Final = {
    RequestState.OPEN: ("Waits for an answer", "information"),
    RequestState.ACCEPTED: ("Accepted", "success"),
    RequestState.DECLINED: ("Declined", "danger"),
    RequestState.WITHDRAWN: ("Gone by itself", "neutral"),
}
KINDS: Final = {
    Kind.UNRECOGNISED_DEPENDENCY: (
        "Unrecognised dependencies",
        "Open work of another team is waited for, and that team has planned nothing for it.",
    ),
    Kind.CYCLE: ("Circles", "Issues that wait for each other in a ring: one of the links has to go."),
    Kind.DATE_CONFLICT: ("Date conflicts", "What is waited for is due after the day it is needed."),
    Kind.OPPOSED: ("Opposed", "One number is pulled both ways: one of the two must fail."),
    Kind.DOUBLE_COUNT: ("Counted twice", "Two key results claim the same movement of one number."),
    Kind.SHARED_INITIATIVE: ("Shared initiatives", "One issue serves key results of two teams: who decides its order?"),
    Kind.TENSION: ("Tensions", "Two numbers that are usually bought from each other: agree on a floor for each."),
    Kind.OVERLOAD: ("Overload", "One person answers for more key results than the doctrine bears."),
    Kind.NEAR_DUPLICATE: ("Near duplicates", "Two teams want nearly the same: merge them, or say how they differ."),
}
"""Title and explanation of each kind, in the order in which people should talk about them."""

_POLICIES: Final = {
    GuardrailPolicy.CAP: "a broken guardrail caps the score",
    GuardrailPolicy.MULTIPLY: "a broken guardrail lowers the score by how far it is broken",
    GuardrailPolicy.FLAG: "a broken guardrail is flagged and leaves the score alone",
}


def sufficiency_word(verdict: Verdict) -> str:
    """Return whether key results suffice, in a word."""
    return _SUFFICIENCY[verdict][0]


def sufficiency_tone(verdict: Verdict) -> str:
    """Return the colour family of a verdict on sufficiency."""
    return _SUFFICIENCY[verdict][1]


def do_nothing_word(verdict: DoNothingVerdict) -> str:
    """Return what doing nothing leads to, in a word."""
    return _DO_NOTHING[verdict][0]


def do_nothing_tone(verdict: DoNothingVerdict) -> str:
    """Return the colour family of what doing nothing leads to."""
    return _DO_NOTHING[verdict][1]


def quadrant_word(quadrant: Quadrant) -> str:
    """Return effort against outcome, in a word."""
    return _QUADRANTS[quadrant][0]


def quadrant_tone(quadrant: Quadrant) -> str:
    """Return the colour family of effort against outcome."""
    return _QUADRANTS[quadrant][1]


def severity_word(severity: Severity) -> str:
    """Return how much a finding matters."""
    return _SEVERITIES[severity][0]


def severity_tone(severity: Severity) -> str:
    """Return the colour family of how much a finding matters."""
    return _SEVERITIES[severity][1]


def request_word(state: RequestState) -> str:
    """Return how a request between two teams stands."""
    return _REQUESTS[state][0]


def request_tone(state: RequestState) -> str:
    """Return the colour family of how a request stands."""
    return _REQUESTS[state][1]


def policy_words(policy: GuardrailPolicy) -> str:
    """Return what a broken guardrail does to a score."""
    return _POLICIES[policy]


def answer_word(answer: Answer) -> str:
    """Return what became of a loophole."""
    if any(each.is_broken for each in answer.guardrails):
        return "Broken"
    if answer.guardrails:
        return "Guarded"
    return "Dismissed" if answer.dismissal else "Open"


def answer_tone(answer: Answer) -> str:
    """Return the colour family of what became of a loophole."""
    return {"Broken": "danger", "Guarded": "success", "Dismissed": "neutral", "Open": "warning"}[answer_word(answer)]


def aspect_word(aspect: Aspect) -> str:
    """Return a side of an objective."""
    return aspect.value.capitalize()


def quadrant_says(quadrant: Quadrant) -> str:
    """Return what a quadrant means, in half a sentence."""
    return _QUADRANT_SAYS[quadrant]


def severity_sign(severity: Severity) -> str:
    """Return a sign for a small cell; the word stands beside it for those who cannot see it."""
    return {"error": "✕", "warning": "!", "info": "i"}[severity]


def severity_verb(severity: Severity) -> str:
    """Return what a doctrine does by a finding of that severity."""
    return {"error": "fails", "warning": "warns", "info": "notes"}[severity]


def watch_words(counter: CounterMetric) -> str:
    """Return what to watch and which way its limit goes, e.g. `gross margin of won deals (%), with a lower limit`."""
    unit = f" ({counter.unit})" if counter.unit not in ("", "count") else ""
    side = "a lower" if counter.bound is Direction.STAY_ABOVE else "an upper"
    return f"{counter.name}{unit}, with {side} limit"


def source_words(counter: CounterMetric) -> str:
    """Return where a counter-metric's value can come from."""
    if isinstance(counter.source, Jql):
        return "Jira can count it."
    return f"Keep it in a number field, e.g. “{counter.source.name}”."


def slack_words(days: int) -> str:
    """Return how late something is, or how much time is left."""
    number = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{number} late" if days < 0 else f"{number} to spare"
