"""Every rule on how a step may end, in the order in which people are told."""

from service.domain.room.blockers import Rule
from service.domain.room.committing import commit_gate

RULES: tuple[Rule, ...] = (commit_gate,)
