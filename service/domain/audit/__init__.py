"""The text auditor: what is wrong with an objective or a key result, by which rule, and how to put it better.

Pure and deterministic: words, rules and a learned table that is read once; no clock, no network. What must not be here:
set-level checks, the challenger's library and anything that asks Jira.
"""

from service.domain.audit.auditor import audit
from service.domain.audit.language import AUTO
from service.domain.audit.model import Audit, Doctrine, Finding, Kind, Severity, Structured, Verdict

__all__ = ["AUTO", "Audit", "Doctrine", "Finding", "Kind", "Severity", "Structured", "Verdict", "audit"]
