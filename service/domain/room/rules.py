"""Every rule on how a step may end, in the order in which people are told."""

from service.domain.room.blockers import Rule
from service.domain.room.choosing import few_enough, in_strict_order
from service.domain.room.themes import notes_find_a_theme

RULES: tuple[Rule, ...] = (notes_find_a_theme, few_enough, in_strict_order)
