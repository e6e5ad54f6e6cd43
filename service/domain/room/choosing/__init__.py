"""From themes to "these objectives, in this order". Source: W-05, G-09, M-23, M-27, O-14.

Dot votes on themes: `dots.py`; the prioritisation form: `weighing.py`; a strict order: `ranking.py`; too many: everybody picks from
pairs (`cut.py`), the order that contradicts the fewest picks decides (`kemeny.py`, pure); how the step may end: `rules.py`.
"""

from service.domain.room.choosing.cut import ACTS as CUT
from service.domain.room.choosing.cut import Cut, Cuts
from service.domain.room.choosing.dots import ACTS as DOTS
from service.domain.room.choosing.dots import Dots
from service.domain.room.choosing.ranking import ACTS as RANKING
from service.domain.room.choosing.rules import few_enough, in_strict_order
from service.domain.room.choosing.weighing import ACTS as WEIGHING
from service.domain.room.choosing.weighing import Weighed, Weighings

ACTS = (*DOTS, *WEIGHING, *RANKING, *CUT)

__all__ = ["ACTS", "Cut", "Cuts", "Dots", "Weighed", "Weighings", "few_enough", "in_strict_order"]
