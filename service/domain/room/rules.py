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
from service.domain.room.blockers import Rule

RULES: tuple[Rule, ...] = (
    attendance.rule,
    north_star.rule,
    outline.rule,
    inputs.rule,
    prework.rule,
    look_back.rule,
    priorities.rule,
    review.rule,
    decisions.rule,
)
