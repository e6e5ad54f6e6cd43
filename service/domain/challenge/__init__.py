"""The Challenger, offline: how a number could be hit and the business hurt, counter-metrics, and guarded scores.

Pure: tables of metric families and rules over them. What must not be here: anything that asks Jira or keeps answers.
Source: requirements 2.3; M-24.
"""

from service.domain.challenge.challenges import Challenge, challenge_key_result, challenge_text
from service.domain.challenge.classify import Metric, classify
from service.domain.challenge.families import FAMILIES
from service.domain.challenge.guardrails import (
    Answer,
    Dismissal,
    DismissalInvalid,
    Guarded,
    Guardrail,
    GuardrailInvalid,
    GuardrailReading,
    answers,
    guarded,
    require_dismissal,
    require_guardrail,
)
from service.domain.challenge.shapes import CounterMetric, Family, FieldHint, Jql, Loophole, MetricClass, Movement

__all__ = [
    "FAMILIES",
    "Answer",
    "Challenge",
    "CounterMetric",
    "Dismissal",
    "DismissalInvalid",
    "Family",
    "FieldHint",
    "Guarded",
    "Guardrail",
    "GuardrailInvalid",
    "GuardrailReading",
    "Jql",
    "Loophole",
    "Metric",
    "MetricClass",
    "Movement",
    "answers",
    "challenge_key_result",
    "challenge_text",
    "classify",
    "guarded",
    "require_dismissal",
    "require_guardrail",
]
