"""Every rule on how a step may end, in the order in which people are told."""

from service.domain.room.alignment import alignment_gate
from service.domain.room.blockers import Rule
from service.domain.room.committing import commit_gate
from service.domain.room.initiatives import initiatives_gate
from service.domain.room.rhythm import launch_gate

RULES: tuple[Rule, ...] = (
    initiatives_gate,
    alignment_gate,
    launch_gate,
    commit_gate,
)
