"""The rules, one file each. This list is the only place that knows them all."""

from service.domain.audit.case import Rule
from service.domain.audit.rules import (
    baseline,
    binary,
    challenge,
    deadline,
    direction,
    impossible,
    kitchen_sink,
    metric_objective,
    number,
    project_objective,
    sandbag,
    style,
    task,
    upkeep,
    vague,
    vanity,
)

#: In decision order (requirements 4.2); equal stages keep this order.
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            impossible.RULE,
            direction.RULE,
            number.RULE,
            task.RULE,
            project_objective.RULE,
            challenge.RULE,
            upkeep.RULE,
            binary.RULE,
            sandbag.RULE,
            vague.RULE,
            metric_objective.RULE,
            vanity.RULE,
            baseline.RULE,
            deadline.RULE,
            kitchen_sink.RULE,
            *style.RULES,
        ),
        key=lambda rule: rule.stage,
    )
)
