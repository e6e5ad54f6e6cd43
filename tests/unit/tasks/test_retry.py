"""The retry policy as a table, worked from design section 10."""

import pytest

from connect.errors import BadReply, HostNotAllowed, NotFound, RateLimited, Rejected, SiteGone, Stale, Unavailable
from service.domain.errors import DomainError, Forbidden, NotThere
from tasks.retry import Again, Decision, Drop, Fail, decide

TABLE: list[tuple[str, Exception, int, Decision]] = [
    ("the wait is exactly what Jira says", RateLimited("slow", retry_after_s=17.5, lane="issue"), 0, Again(17.5)),
    ("waiting has no cap", RateLimited("slow", retry_after_s=3600, lane="app"), 40, Again(3600)),
    ("first outage waits a minute", Unavailable("503", status=503), 0, Again(60)),
    ("second outage waits three", Unavailable("503", status=503), 1, Again(180)),
    ("third", Unavailable("timeout"), 2, Again(540)),
    ("fourth", Unavailable("timeout"), 3, Again(1620)),
    ("fifth and last", Unavailable("timeout"), 4, Again(4860)),
    ("then it is a failure", Unavailable("timeout"), 5, Fail("unavailable")),
    ("401 and 403 are not failures", SiteGone("no", status=401), 0, Drop("site_gone")),
    ("neither is 404", NotFound("no", status=404), 3, Drop("not_found")),
    ("a site that may not be called", HostNotAllowed("evil.example"), 0, Drop("host_not_allowed")),
    ("a rule refuses", Forbidden("no"), 0, Drop("forbidden")),
    ("a row is gone", NotThere("no"), 0, Drop("not_found")),
    ("any rule", DomainError("no"), 0, Drop("refused")),
    ("refused input is a bug or a missing screen", Rejected("bad", fields={"a": "b"}), 0, Fail("Rejected")),
    ("a lost race is repaired by the sweep", Stale("409"), 0, Fail("Stale")),
    ("a wrong shape", BadReply("html"), 0, Fail("BadReply")),
    ("anything else", KeyError("x"), 0, Fail("KeyError")),
]


@pytest.mark.parametrize(("why", "error", "attempt", "decision"), TABLE, ids=[row[0] for row in TABLE])
def test_each_error_has_one_answer(why: str, error: Exception, attempt: int, decision: Decision) -> None:
    assert decide(error, attempt=attempt) == decision
