"""Time against progress: how much of a cycle is over, what is expected by now, and which status follows.

Rules are data (`presets/`); what must not be here: progress itself, forecasts, wording. Source: requirements 3.4.
"""

from service.domain.pace.calendar import EVERY_DAY, WEEKDAYS, Calendar
from service.domain.pace.curves import s_curve
from service.domain.pace.elapsed import Span, elapsed, elapsed_in, span
from service.domain.pace.expected import expected
from service.domain.pace.judgement import Judgement, closing_status, judge
from service.domain.pace.rules import computed_status
from service.domain.pace.speed import is_falling

__all__ = [
    "EVERY_DAY",
    "WEEKDAYS",
    "Calendar",
    "Judgement",
    "Span",
    "closing_status",
    "computed_status",
    "elapsed",
    "elapsed_in",
    "expected",
    "is_falling",
    "judge",
    "s_curve",
    "span",
]
