"""What the Challenger's library is made of: families, loopholes, counter-metrics. Shapes only; the rows are in `families/`."""

from dataclasses import dataclass
from enum import StrEnum

from service.domain.model import Direction


class MetricClass(StrEnum):
    """What kind of thing a metric measures. Source: requirements 2.3."""

    VOLUME = "volume"
    REVENUE = "revenue"
    RATE = "rate"
    SPEED = "speed"
    COST = "cost"
    SATISFACTION = "satisfaction"
    QUALITY = "quality"
    DEFECTS = "defects"
    ADOPTION = "adoption"
    RETENTION = "retention"
    HEADCOUNT = "headcount"
    THROUGHPUT = "throughput"
    RISK = "risk"


class Movement(StrEnum):
    """Which way the number is wanted. A bound to hold counts as the side it is held on."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jql:
    """A query that counts issues; with `of`, the share of those in percent. `{project}` stands for the project's key."""

    query: str
    of: str | None = None

    def of_project(self, project_key: str) -> "Jql":
        """Return the query for one project."""
        quoted = '"' + project_key.replace("\\", "\\\\").replace('"', '\\"') + '"'
        of = None if self.of is None else self.of.replace("{project}", quoted)
        return Jql(query=self.query.replace("{project}", quoted), of=of)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHint:
    """A number Jira does not know by itself: keep it in a number field of that name, or push it."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterMetric:
    """What to watch so that a loophole shows. `bound` is STAY_ABOVE or STAY_BELOW."""

    name: str
    bound: Direction
    unit: str
    source: Jql | FieldHint


@dataclass(frozen=True, slots=True, kw_only=True)
class Loophole:
    """One way to hit the number and hurt the business, and the counter-metric that shows it. `id` is stable."""

    id: str
    how: str
    counter: CounterMetric


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Metrics that are gamed in the same ways. `names` are phrases a text calls them by, in the singular.

    `good` is the movement usually wanted; `is_leading` tells a number that moves before the result from the result itself.
    """

    key: str
    area: str
    kind: MetricClass
    good: Movement
    names: tuple[str, ...]
    up: tuple[Loophole, ...] = ()
    down: tuple[Loophole, ...] = ()
    is_leading: bool = False

    def loopholes(self, movement: Movement) -> tuple[Loophole, ...]:
        """Return the ways to cheat in that direction."""
        return self.up if movement is Movement.UP else self.down
