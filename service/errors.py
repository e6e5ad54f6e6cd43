"""One table: exception → HTTP status, stable code, public sentence. No HTTP objects here; `web/problems.py` renders them.

A public sentence never repeats a vendor's text except the messages Jira means for people (`Rejected`).
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from connect import errors as connect
from service.domain.errors import DomainError
from service.usecases.import_plan import ImportRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a caller is told. Units: `retry_after_s` in seconds."""

    status: int
    code: str
    detail: str
    field: str | None = None
    errors: Mapping[str, list[str]] = dataclasses.field(default_factory=dict)
    retry_after_s: float | None = None

    @property
    def title(self) -> str:
        """Return the standard phrase of the status."""
        return HTTPStatus(self.status).phrase


@dataclass(frozen=True, slots=True)
class _Row:
    status: int
    code: str
    sentence: str


# The order matters only where classes derive from each other: the first match counts.
_TABLE: tuple[tuple[type[Exception], _Row], ...] = (
    (connect.TokenRefused, _Row(401, "token_refused", "")),
    (
        connect.HostNotAllowed,
        _Row(400, "host_not_allowed", "This site's address is not an Atlassian Cloud address we may call."),
    ),
    (
        connect.SiteGone,
        _Row(
            502,
            "site_refused",
            "Jira or Confluence refused us. Check that the app is still installed and that it may see and edit this "
            "project; the set-up page lists what is missing.",
        ),
    ),
    (
        connect.NotFound,
        _Row(502, "not_found_there", "Jira or Confluence does not know this, or the app may not see it."),
    ),
    (connect.Stale, _Row(409, "changed_meanwhile", "Somebody else changed this at the same moment. Try again.")),
    (
        connect.RateLimited,
        _Row(503, "rate_limited", "Jira or Confluence asks us to wait. Try again after the time given."),
    ),
    (
        connect.Unavailable,
        _Row(503, "site_unavailable", "Jira or Confluence does not answer right now. Try again in a minute."),
    ),
    (connect.BadReply, _Row(502, "bad_reply", "Jira or Confluence gave an answer we do not understand.")),
)

UNEXPECTED = Refusal(
    status=500,
    code="unexpected",
    detail="Something broke on our side. Nothing you sent was wrong; the id finds the reason in our log.",
)


def refusal(error: Exception) -> Refusal:
    """Return what the caller is told about `error`; the unexpected stays opaque."""
    if isinstance(error, ImportRefused):
        faults: dict[str, list[str]] = {}
        for each in error.errors:
            faults.setdefault(f"{each.place}, {each.column}" if each.column else each.place, []).append(each.message)
        return Refusal(status=error.status, code=error.code, detail=error.message, errors=faults)
    if isinstance(error, DomainError):
        return Refusal(status=error.status, code=error.code, detail=error.message, field=error.field)
    if isinstance(error, connect.Rejected):
        return _rejected(error)
    for kind, row in _TABLE:
        if isinstance(error, kind):
            wait_s = error.retry_after_s if isinstance(error, connect.RateLimited) else None
            return Refusal(status=row.status, code=row.code, detail=row.sentence, retry_after_s=wait_s)
    return UNEXPECTED


def _rejected(error: connect.Rejected) -> Refusal:
    said = "; ".join((*error.messages, *error.fields.values()))
    return Refusal(
        status=422,
        code="site_rejected",
        detail=f"Jira or Confluence did not accept this: {said}" if said else "Jira or Confluence did not accept this.",
        errors={name: [message] for name, message in error.fields.items()},
    )
