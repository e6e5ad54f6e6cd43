"""What a tracker reads: from issues or numbers handed in to one value and the sentence that says how it was made.

Who fetches issues and records check-ins is a use case's business. Source: requirements 3.1, rows JQL and Issue share.
"""

from service.domain.trackers.initiatives import initiatives_reading
from service.domain.trackers.proof import fingerprint, proven
from service.domain.trackers.queries import AGGREGATES, AggregateUnknown, query_reading
from service.domain.trackers.reading import Reading, is_news
from service.domain.trackers.rules import (
    OF_A_NUMBER,
    QueryRefused,
    QueryTooWide,
    TrackedIssueMissing,
    TrackerMismatch,
    require_narrow,
    require_tracker,
)

__all__ = [
    "AGGREGATES",
    "OF_A_NUMBER",
    "AggregateUnknown",
    "QueryRefused",
    "QueryTooWide",
    "Reading",
    "TrackedIssueMissing",
    "TrackerMismatch",
    "fingerprint",
    "initiatives_reading",
    "is_news",
    "proven",
    "query_reading",
    "require_narrow",
    "require_tracker",
]
