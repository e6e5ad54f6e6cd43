"""The past rebuilt from edits equals what a camera would have seen. Source: requirements 2.4, *Tests*."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from service.domain.history import (
    Edit,
    IssuePast,
    done_share_by_week,
    number_by_week,
    plan_replay,
    query_by_week,
    week_ends,
)

STARTS_AT = datetime(2026, 1, 5, 12, tzinfo=UTC)
WEEKS = 12
ENDS_AT = STARTS_AT + timedelta(weeks=WEEKS - 1)
CATEGORIES = {"open": "new", "doing": "indeterminate", "fixed": "done", "rejected": "done"}
POINTS = "customfield_10016"


@dataclass
class Live:
    """An issue of the simulated project as a person would see it at the moment."""

    id: str
    created_at: datetime
    status: str = "Open"
    number: float | None = None
    edits: list[Edit] = field(default_factory=list)

    def change(self, what: str, at: datetime, after: str | None) -> None:
        before = self.status if what == "status" else None if self.number is None else f"{self.number:g}"
        if before == after:
            return
        self.edits.append(Edit(field=what, at=at, before=before, after=after))
        if what == "status":
            self.status = after or ""
        else:
            self.number = None if after is None else float(after)

    def past(self) -> IssuePast:
        shown = None if self.number is None else f"{self.number:g}"
        return IssuePast(
            id=self.id,
            created_at=self.created_at,
            now={"status": self.status, POINTS: shown},
            edits=tuple(self.edits),
        )


HOURS = st.integers(0, (WEEKS - 1) * 7 * 24)
EVENTS = st.lists(
    st.tuples(
        HOURS,
        st.integers(0, 5),
        st.sampled_from(["status", POINTS]),
        st.sampled_from(["Open", "Doing", "Fixed", "Rejected"]),
        st.one_of(st.none(), st.integers(0, 20)),
    ),
    max_size=40,
)


@given(births=st.lists(HOURS, min_size=1, max_size=6), events=EVENTS)
def test_replay_equals_the_snapshots_taken_at_the_time(
    births: list[int], events: list[tuple[int, int, str, str, int | None]]
) -> None:
    """2.4: replay equals stored snapshots on a simulated project."""
    issues = [Live(str(number), STARTS_AT + timedelta(hours=hour)) for number, hour in enumerate(births)]
    todo = sorted(events, key=lambda event: event[0])
    instants = week_ends(until=ENDS_AT, weeks=WEEKS)
    counted: list[float | None] = []
    summed: list[float | None] = []
    shares: list[float | None] = []
    numbers: list[float | None] = []
    for at in instants:
        while todo and STARTS_AT + timedelta(hours=todo[0][0]) <= at:
            hour, which, what, status, number = todo.pop(0)
            issue = issues[which % len(issues)]
            moment = STARTS_AT + timedelta(hours=hour)
            if moment > issue.created_at:
                issue.change(what, moment, status if what == "status" else None if number is None else str(number))
        there = [each for each in issues if each.created_at <= at]
        open_now = [each for each in there if CATEGORIES[each.status.lower()] != "done"]
        counted.append(float(len(open_now)) if there else None)
        summed.append(float(sum(each.number or 0 for each in open_now)) if there else None)
        shares.append(100 * (len(there) - len(open_now)) / len(there) if there else None)
        numbers.append(issues[0].number if issues[0] in there else None)
    pasts = [each.past() for each in issues]
    plan = plan_replay(query="project = SHOP AND statusCategory != Done", weeks=WEEKS, at=ENDS_AT)
    asked = {"pasts": pasts, "test": plan.test, "instants": instants, "categories": CATEGORIES}
    assert query_by_week(**asked, aggregate="count") == tuple(counted)  # type: ignore[arg-type]
    replayed = query_by_week(**asked, aggregate="sum", field=POINTS)  # type: ignore[arg-type]
    assert [value or 0 for value in replayed] == [value or 0 for value in summed]
    assert done_share_by_week(pasts=pasts, instants=instants, categories=CATEGORIES) == tuple(shares)
    assert number_by_week(past=pasts[0], field=POINTS, instants=instants) == tuple(numbers)
