"""How a number stood week by week, rebuilt from what issues are now and what changed in them.

Pure: issues with their edits in, one value a week out. What must not be here: asking Jira, keeping the answer.
Source: requirements 2.4; M-14.
"""

from service.domain.history.past import Edit, IssuePast, number_as_of, text_as_of
from service.domain.history.plan import NotReplayable, ReplayPlan, plan_replay
from service.domain.history.rebuild import done_share_by_week, number_by_week, query_by_week
from service.domain.history.replay import holds_as_of
from service.domain.history.weeks import STEP, History, proven_history, week_ends

__all__ = [
    "STEP",
    "Edit",
    "History",
    "IssuePast",
    "NotReplayable",
    "ReplayPlan",
    "done_share_by_week",
    "holds_as_of",
    "number_as_of",
    "number_by_week",
    "plan_replay",
    "proven_history",
    "query_by_week",
    "text_as_of",
    "week_ends",
]
