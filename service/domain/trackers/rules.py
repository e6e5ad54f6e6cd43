"""What a tracker must name so that it can be read, and the refusals for what Jira says about it. Refusals only."""

from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import Tracker, TrackerKind
from service.domain.plans import TrackerIncomplete
from service.domain.trackers.queries import AGGREGATES, AggregateUnknown

OF_A_NUMBER: Final = frozenset({"sum", "average", "min", "max"})
"""Aggregates that look at a number field of every issue found."""

INITIATIVE_METHODS: Final = ("count", "points", "category_weights")

MOST_ISSUES: Final = 1000
"""Issues whose number a query may look at: each costs a point of Jira's quota at every reading. Source: platform 4; the figure is ours."""

_NAMES: Final = {
    "jql": "jql",
    "jql_field": "jql_field",
    "jql_denominator": "jql_denominator",
    "issue_id": "issue",
    "issue_field_id": "issue_field",
}
_OF_KIND: Final = {
    TrackerKind.JQL: frozenset({"jql", "jql_field", "jql_denominator"}),
    TrackerKind.FIELD: frozenset({"issue_id", "issue_field_id"}),
}


class TrackerMismatch(DomainError):
    """A tracker names something that belongs to another kind, or lacks what its kind needs."""

    code: ClassVar[str] = "tracker_mismatch"


class QueryRefused(DomainError):
    """Jira does not accept the query."""

    code: ClassVar[str] = "query_refused"


class QueryTooWide(DomainError):
    """The query finds more issues than are worth reading every half an hour."""

    code: ClassVar[str] = "query_too_wide"


class TrackedIssueMissing(DomainError):
    """Jira shows no such issue to the app."""

    code: ClassVar[str] = "tracked_issue_missing"


def require_tracker(*, tracker: Tracker) -> None:
    """Refuse a tracker that cannot be read. Raises: TrackerMismatch, TrackerIncomplete, AggregateUnknown."""
    kind = tracker.kind
    for attribute, name in _NAMES.items():
        if getattr(tracker, attribute) is not None and attribute not in _OF_KIND.get(kind, ()):
            raise TrackerMismatch(
                f"`{name}` does not belong to the tracker “{kind}”. Leave it out or choose another.", field=name
            )
    match kind:
        case TrackerKind.JQL:
            _require_query(tracker)
        case TrackerKind.INITIATIVES:
            if tracker.method not in (None, *INITIATIVE_METHODS):
                raise AggregateUnknown(
                    f"There is no method {tracker.method!r}. Use one of {', '.join(INITIATIVE_METHODS)}.",
                    field="tracker_method",
                )
        case _:
            if tracker.method is not None:
                raise TrackerMismatch(f"The tracker “{kind}” takes no method. Leave it out.", field="tracker_method")
            if (tracker.issue_id is None) != (tracker.issue_field_id is None):
                missing = "issue" if tracker.issue_id is None else "issue_field"
                raise TrackerMismatch(
                    "A number on another issue takes both: `issue` and `issue_field`. Give both or none.", field=missing
                )
            if tracker.issue_id is not None and tracker.field_id is not None:
                raise TrackerMismatch(
                    "Track either a number field of the epic (`field`) or one of another issue, not both.",
                    field="field",
                )


def require_narrow(*, count: int, field: str) -> None:
    """Refuse a query whose every issue would have to be read, if it finds too many. Raises: QueryTooWide."""
    if count > MOST_ISSUES:
        raise QueryTooWide(
            f"The query finds {count:,} issues; at most {MOST_ISSUES:,} can be read for a number. Narrow it, or count "
            "issues instead.",
            field=field,
        )


def _require_query(tracker: Tracker) -> None:
    method = tracker.method or "count"
    if method not in AGGREGATES:
        raise AggregateUnknown(
            f"There is no aggregate {method!r}. Use one of {', '.join(AGGREGATES)}.", field="tracker_method"
        )
    if not (tracker.jql or "").strip():
        raise TrackerIncomplete(
            "A JQL tracker needs the query it should count. Give `jql`, or choose another tracker.",
            field="tracker_kind",
        )
    if (method in OF_A_NUMBER) != (tracker.jql_field is not None):
        needs = "needs the number field to look at" if method in OF_A_NUMBER else "takes no number field"
        raise TrackerMismatch(f"“{method}” {needs}. Correct `jql_field`.", field="jql_field")
    if (method == "share") != bool((tracker.jql_denominator or "").strip()):
        needs = "needs a second query to take a share of" if method == "share" else "takes no second query"
        raise TrackerMismatch(f"“{method}” {needs}. Correct `jql_denominator`.", field="jql_denominator")
