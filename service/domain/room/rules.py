"""Every rule on how a step may end, in the order in which people are told."""

from service.domain.room.blockers import Rule

RULES: tuple[Rule, ...] = ()
