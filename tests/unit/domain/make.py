"""Rows for domain tests: everything has a default, a test names what it is about."""

from datetime import UTC, date, datetime
from typing import Any

from service.domain.model import (
    Checkin,
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    KeyResult,
    Objective,
    OwnerState,
    Team,
    TeamKind,
)

STARTS_ON = date(2026, 1, 1)
ENDS_ON = date(2026, 4, 10)
"""A cycle of exactly 100 days, so that a day is a percent."""


def at(month: int, day: int, hour: int = 0) -> datetime:
    """Return an instant of 2026 in UTC."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


def cycle(**over: Any) -> Cycle:
    return Cycle(
        **{
            "id": "c",
            "key": "2026-Q1",
            "name": "First quarter",
            "kind": CycleKind.CUSTOM,
            "starts_on": STARTS_ON,
            "ends_on": ENDS_ON,
            "state": CycleState.ACTIVE,
            **over,
        }
    )


def team(**over: Any) -> Team:
    return Team(**{"id": "t", "name": "Payments", "kind": TeamKind.TEAM, "project_key": "PAY", **over})


def objective(**over: Any) -> Objective:
    return Objective(
        **{"id": "o", "cycle_id": "c", "team_id": "t", "title": "Be loved", "epic_id": "1", "epic_key": "PAY-1", **over}
    )


def key_result(**over: Any) -> KeyResult:
    return KeyResult(
        **{
            "id": "k",
            "objective_id": "o",
            "title": "Reply sooner",
            "direction": Direction.INCREASE,
            "baseline": 0.0,
            "target": 100.0,
            "owner": "account-1",
            "owner_state": OwnerState.OK,
            **over,
        }
    )


def checkin(**over: Any) -> Checkin:
    return Checkin(**{"id": "x", "key_result_id": "k", "at": at(2, 1), "value": 1.0, **over})
