"""What becomes of a finding: a request to the other team, which accepts it or declines it with a reason. Source: requirements 2.5."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.synthesis.shapes import Kind, SetFinding


class RequestState(StrEnum):
    """OPEN waits for an answer. WITHDRAWN: the finding is gone by itself."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class AnswerInvalid(DomainError):
    """An answer is neither yes nor no."""

    code: ClassVar[str] = "answer_invalid"


class ReasonMissing(DomainError):
    """A request is declined without saying why."""

    code: ClassVar[str] = "reason_missing"


class RequestAnswered(DomainError):
    """The request is no longer open to this answer."""

    code: ClassVar[str] = "request_answered"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A finding as one team's question to another; `id` is the finding's. `answered_by` is an account id."""

    id: str
    cycle_id: str
    kind: Kind
    team_id: str
    other_team_id: str
    message: str
    path: tuple[str, ...] = ()
    state: RequestState = RequestState.OPEN
    raised_at: datetime
    answered_by: str | None = None
    answered_at: datetime | None = None
    reason: str = ""


def answered(*, request: Request, accepts: bool, by: str | None, at: datetime, reason: str = "") -> Request:
    """Return the request with its answer; an answer may be changed while the finding stands.

    Raises: ReasonMissing, RequestAnswered.
    """
    if request.state is RequestState.WITHDRAWN:
        raise RequestAnswered("What was asked for has gone by itself; there is nothing left to answer.")
    said = reason.strip()
    if not accepts and not said:
        raise ReasonMissing("Say why, so that the team that asks can plan without it.", field="reason")
    state = RequestState.ACCEPTED if accepts else RequestState.DECLINED
    return replace(request, state=state, answered_by=by, answered_at=at, reason=said)


def requests_after(
    *, findings: Iterable[SetFinding], known: Iterable[Request], cycle_id: str, at: datetime
) -> tuple[Request, ...]:
    """Return the requests a run leaves new or changed: new findings are asked, those that are gone withdrawn, answers kept.

    A finding within one team asks nobody.
    """
    before = {each.id: each for each in known}
    now = {each.id: each for each in findings if each.other_team_id is not None}
    changed: list[Request] = []
    for finding in now.values():
        request = before.get(finding.id)
        if request is None:
            request = Request(
                id=finding.id,
                cycle_id=cycle_id,
                kind=finding.kind,
                team_id=finding.team_id,
                other_team_id=finding.other_team_id or "",
                message=finding.message,
                path=finding.path,
                raised_at=at,
            )
        elif request.state is RequestState.WITHDRAWN:
            request = replace(request, state=RequestState.OPEN, raised_at=at)
        fresh = replace(request, message=finding.message, path=finding.path)
        if before.get(finding.id) != fresh:
            changed.append(fresh)
    for request in before.values():
        if request.id not in now and request.state is RequestState.OPEN:
            changed.append(replace(request, state=RequestState.WITHDRAWN))
    return tuple(changed)
