"""Pairs of goals that are usually bought from each other. Data, and one rule over it. Source: requirements 2.5, *tension*.

Inside one team such a pair is good practice: the second number guards the first. Between teams nobody weighs the two.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from types import MappingProxyType
from typing import Final

from service.domain.challenge import Movement, classify
from service.domain.model import KeyResult
from service.domain.synthesis.graph import Graph
from service.domain.synthesis.metrics import metric_identity, pair_finding
from service.domain.synthesis.shapes import Kind, SetFinding, finding_id

Goal = tuple[str, Movement]
"""(family of metrics, wanted movement)."""

_UP, _DOWN = Movement.UP, Movement.DOWN

_ROWS: Final = (
    ("engineering.deploy-frequency", _UP, "engineering.change-failure", _DOWN, "more releases, fewer of them failing"),
    ("engineering.deploy-frequency", _UP, "reliability.incidents", _DOWN, "more change, fewer incidents"),
    ("engineering.deploy-frequency", _UP, "reliability.uptime", _UP, "more change, fewer outages"),
    ("engineering.deploy-frequency", _UP, "engineering.escaped-defects", _DOWN, "more releases, fewer escaped defects"),
    ("engineering.lead-time", _DOWN, "engineering.test-coverage", _UP, "faster delivery, more testing"),
    ("engineering.lead-time", _DOWN, "engineering.escaped-defects", _DOWN, "faster delivery, fewer escaped defects"),
    ("engineering.lead-time", _DOWN, "engineering.change-failure", _DOWN, "faster delivery, fewer failures"),
    ("engineering.velocity", _UP, "engineering.debt", _DOWN, "more output, less debt"),
    ("engineering.velocity", _UP, "engineering.open-bugs", _DOWN, "more output, fewer bugs"),
    ("engineering.review-time", _DOWN, "engineering.escaped-defects", _DOWN, "shorter reviews, fewer escaped defects"),
    ("finance.cloud-cost", _DOWN, "engineering.page-speed", _DOWN, "cheaper machines, faster pages"),
    ("finance.cloud-cost", _DOWN, "reliability.uptime", _UP, "cheaper machines, fewer outages"),
    ("finance.cost", _DOWN, "support.csat", _UP, "lower cost, happier customers"),
    ("finance.cost", _DOWN, "people.hires", _UP, "lower cost, more people"),
    ("finance.cac", _DOWN, "product.signups", _UP, "cheaper acquisition, more of it"),
    ("finance.margin", _UP, "sales.volume", _UP, "higher margin, more volume"),
    ("finance.margin", _UP, "operations.market-share", _UP, "higher margin, larger share"),
    ("sales.deal-size", _UP, "sales.win-rate", _UP, "larger deals, more of them won"),
    ("sales.deal-size", _UP, "sales.cycle", _DOWN, "larger deals, closed faster"),
    ("sales.volume", _UP, "product.churn", _DOWN, "more sales, fewer customers lost"),
    ("marketing.leads", _UP, "sales.win-rate", _UP, "more leads, a larger share of them won"),
    ("marketing.leads", _UP, "marketing.conversion", _UP, "more leads, a larger share of them converted"),
    ("marketing.traffic", _UP, "marketing.conversion", _UP, "more visitors, a larger share of them converted"),
    ("marketing.email", _UP, "product.churn", _DOWN, "more messages, fewer people leaving"),
    ("support.resolution-time", _DOWN, "support.csat", _UP, "faster answers, happier customers"),
    ("support.response-time", _DOWN, "support.first-contact", _UP, "faster answers, more of them final"),
    ("support.deflection", _UP, "support.csat", _UP, "fewer contacts, happier customers"),
    ("support.tickets", _DOWN, "support.csat", _UP, "fewer contacts, happier customers"),
    ("product.signups", _UP, "product.activation", _UP, "more sign-ups, a larger share of them active"),
    ("product.signups", _UP, "product.retention", _UP, "more sign-ups, a larger share of them staying"),
    ("product.experiments", _UP, "product.crash", _DOWN, "more experiments, fewer crashes"),
    ("operations.inventory", _DOWN, "operations.stock-outs", _DOWN, "less stock, fewer stock-outs"),
    ("operations.inventory", _DOWN, "operations.on-time", _UP, "less stock, more on time"),
    ("operations.delivery-time", _DOWN, "operations.emissions", _DOWN, "faster delivery, lower emissions"),
    ("operations.delivery-time", _DOWN, "finance.cost", _DOWN, "faster delivery, lower cost"),
    ("operations.capacity", _UP, "people.overtime", _DOWN, "fuller use, less overtime"),
    ("operations.capacity", _UP, "operations.accidents", _DOWN, "fuller use, fewer accidents"),
    ("people.time-to-hire", _DOWN, "people.attrition", _DOWN, "faster hiring, fewer people leaving"),
    ("people.productivity", _UP, "people.engagement", _UP, "more output a head, happier people"),
    ("people.overtime", _DOWN, "engineering.velocity", _UP, "fewer hours, more output"),
    ("reliability.alerts", _DOWN, "reliability.detection", _DOWN, "fewer alarms, faster detection"),
    ("reliability.compliance", _UP, "engineering.lead-time", _DOWN, "more checks, faster delivery"),
)

TENSIONS: Final[Mapping[frozenset[Goal], str]] = MappingProxyType(
    {frozenset({(one, way), (other, turn)}): says for one, way, other, turn, says in _ROWS}
)


def tensions(graph: Graph) -> Iterable[SetFinding]:
    """Yield the pairs of the library that two different teams pursue; one number is a matter of `metrics.py`."""
    goals: dict[str, Goal] = {id: goal for id, each in graph.key_results.items() if (goal := _goal(each)) is not None}
    for one, other in combinations(sorted(goals), 2):
        mine, theirs = graph.key_results[one], graph.key_results[other]
        says = TENSIONS.get(frozenset({goals[one], goals[other]}))
        if says is None or graph.team_of(mine) == graph.team_of(theirs):
            continue
        found = finding_id(Kind.TENSION, one, other)
        identity = metric_identity(graph, mine)
        if found in graph.plans.accepted or (identity is not None and identity == metric_identity(graph, theirs)):
            continue
        yield pair_finding(
            graph,
            mine,
            theirs,
            kind=Kind.TENSION,
            id=found,
            says=f"are usually bought from each other: {says}; agree on a floor for each",
            measure=f"library pair {goals[one][0]} {goals[one][1]} / {goals[other][0]} {goals[other][1]}",
            severity="info",
        )


def _goal(key_result: KeyResult) -> Goal | None:
    metric = classify(
        text=key_result.title,
        unit=key_result.unit,
        direction=key_result.direction,
        baseline=key_result.baseline,
        target=key_result.target,
    )
    return None if metric.family is None else (metric.family.key, metric.movement)
