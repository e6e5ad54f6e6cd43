"""Whether a key result is slowing down."""

import math
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise


def is_falling(*, points: Sequence[tuple[datetime, float]], over: int) -> bool:
    """Tell whether the speed fell over the last `over` points: every step between them slower than the one before.

    `points` are (instant, progress), oldest first; fewer than `over`, or fewer than three, are too few to tell.
    Source: requirements 3.4, OKRs Tool: "risk if velocity fell over last 3 check-ins".
    """
    last = points[-over:] if over > 0 else []
    if len(last) < max(over, 3):
        return False
    speeds = [
        (to_share - from_share) / seconds
        for (from_at, from_share), (to_at, to_share) in pairwise(last)
        if (seconds := (to_at - from_at).total_seconds()) > 0
    ]
    return len(speeds) > 1 and all(_is_slower(after, before) for before, after in pairwise(speeds))


def _is_slower(after: float, before: float) -> bool:
    return after < before and not math.isclose(after, before, rel_tol=1e-9)
