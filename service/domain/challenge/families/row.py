"""How a row of the library is written: short words for its parts. No row here."""

from service.domain.challenge.shapes import CounterMetric, Family, FieldHint, Jql, Loophole, MetricClass, Movement
from service.domain.model import Direction

Source = Jql | FieldHint
Way = tuple[str, str, CounterMetric]

UP, DOWN = Movement.UP, Movement.DOWN


def above(name: str, unit: str, source: Source) -> CounterMetric:
    """Describe a counter-metric that must not fall below its bound."""
    return CounterMetric(name=name, bound=Direction.STAY_ABOVE, unit=unit, source=source)


def below(name: str, unit: str, source: Source) -> CounterMetric:
    """Describe a counter-metric that must not rise above its bound."""
    return CounterMetric(name=name, bound=Direction.STAY_BELOW, unit=unit, source=source)


def field(name: str) -> FieldHint:
    """Name the number field to keep it in."""
    return FieldHint(name=name)


def jql(query: str, *, of: str | None = None) -> Jql:
    """Count issues of the team's project; with `of`, as a share of those."""
    return Jql(query="project = {project} AND " + query, of=None if of is None else "project = {project} AND " + of)


def family(
    key: str,
    kind: MetricClass,
    good: Movement,
    names: str,
    *,
    up: tuple[Way, ...] = (),
    down: tuple[Way, ...] = (),
    is_leading: bool = False,
) -> Family:
    """Return a row; `names` are phrases parted by a bar, `key` is `area.metric` and begins its loopholes' ids."""
    return Family(
        key=key,
        area=key.split(".")[0],
        kind=kind,
        good=good,
        names=tuple(name.strip() for name in names.split("|")),
        up=tuple(Loophole(id=f"{key}.{id}", how=how, counter=counter) for id, how, counter in up),
        down=tuple(Loophole(id=f"{key}.{id}", how=how, counter=counter) for id, how, counter in down),
        is_leading=is_leading,
    )
