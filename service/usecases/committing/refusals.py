"""What a person can do about a refusal of the commit. The refusals' own words mostly say it; Jira's do not."""

from typing import Final

from connect.errors import BadReply, NotFound, Rejected, SiteGone, Stale

_WAYS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (
        SiteGone,
        "Check on the set-up page that Northstar is installed and may edit the team's project, then press Commit.",
    ),
    (NotFound, "Let the app see the project, or link another issue, then press Commit."),
    (Rejected, "Change what Jira names, here or in the project's settings, then press Commit."),
    (Stale, "Press Commit again."),
    (BadReply, "Press Commit again; if it stays, tell the operator of Northstar."),
)


def way_out(error: Exception) -> str:
    """Return what to do before pressing again; a rule of ours says it in its own message."""
    return next((text for kind, text in _WAYS if isinstance(error, kind)), "Change it, then press Commit again.")
