"""The Synthesizer: what the plans of all teams do to each other before the cycle begins. Source: requirements 2.5; M-25, O-11, T-10.

Pure: plans and the link graph in, findings out. What must not be here: reading Jira, keeping answers to requests.
"""

from service.domain.synthesis.coverage import LinkCoverage, UnitCoverage, link_coverage
from service.domain.synthesis.links import waits_for
from service.domain.synthesis.requests import (
    AnswerInvalid,
    ReasonMissing,
    Request,
    RequestAnswered,
    RequestState,
    answered,
    requests_after,
)
from service.domain.synthesis.run import SynthesisRun
from service.domain.synthesis.shapes import Kind, Plans, SetFinding, Work
from service.domain.synthesis.synthesise import synthesise

__all__ = [
    "AnswerInvalid",
    "Kind",
    "LinkCoverage",
    "Plans",
    "ReasonMissing",
    "Request",
    "RequestAnswered",
    "RequestState",
    "SetFinding",
    "SynthesisRun",
    "UnitCoverage",
    "Work",
    "answered",
    "link_coverage",
    "requests_after",
    "synthesise",
    "waits_for",
]
