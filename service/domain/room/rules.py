"""Every rule on how a step may end, in the order in which people are told."""

from service.domain.room import (
    attendance,
    decisions,
    inputs,
    look_back,
    north_star,
    outline,
    prework,
    priorities,
    review,
)
from service.domain.room.alignment import RULES as ALIGNMENT
from service.domain.room.blockers import Rule
from service.domain.room.choosing import few_enough, in_strict_order
from service.domain.room.committing import RULES as COMMIT
from service.domain.room.confidence.rules import RULES as CONFIDENCE
from service.domain.room.drafts.key_result_rules import RULES as KEY_RESULTS
from service.domain.room.drafts.objective_rules import RULES as OBJECTIVES
from service.domain.room.drafts.ownership_rules import RULES as OWNERS
from service.domain.room.initiatives import RULES as INITIATIVES
from service.domain.room.pressure.rules import RULES as PRESSURE
from service.domain.room.rhythm import RULES as RHYTHM
from service.domain.room.seventy import RULES as SEVENTY
from service.domain.room.themes import notes_find_a_theme

PREPARING: tuple[Rule, ...] = (
    attendance.rule,
    north_star.rule,
    outline.rule,
    inputs.rule,
    prework.rule,
    look_back.rule,
    priorities.rule,
    review.rule,
)
CHOOSING: tuple[Rule, ...] = (notes_find_a_theme, few_enough, in_strict_order)
RULES: tuple[Rule, ...] = (
    *PREPARING,
    *CHOOSING,
    *OBJECTIVES,
    *KEY_RESULTS,
    *PRESSURE,
    *CONFIDENCE,
    *SEVENTY,
    *OWNERS,
    *INITIATIVES,
    *ALIGNMENT,
    *RHYTHM,
    *COMMIT,
    decisions.rule,
)
