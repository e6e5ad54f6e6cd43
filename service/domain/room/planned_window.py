"""On which days a doctrine wants a cycle to be planned. Source: M-03, T-01."""

from datetime import date, timedelta

from service.domain.model import Cycle
from service.domain.presets import Preset


def planned_window(*, preset: Preset, cycle: Cycle) -> tuple[date, date] | None:
    """Return the first and last day for the session, both included; None where the doctrine names none."""
    if preset.plan_window_days is None:
        return None
    earliest, latest = preset.plan_window_days
    return cycle.starts_on - timedelta(days=earliest), cycle.starts_on - timedelta(days=latest)
