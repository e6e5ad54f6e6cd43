"""How far a key result has come. The one home of this arithmetic: nothing else in the product computes progress.

One file per family of directions; `progress` chooses. What must not be here: roll-ups, pace, status.
Source: requirements 3.1.
"""

from service.domain.progress.measure import Progress, clamp
from service.domain.progress.of import progress

__all__ = ["Progress", "clamp", "progress"]
