"""What the outcome engine costs in memory: a whole site rolled up, and one new check-in on a small and on a large site.

The large site has 1,000 objectives, 4,000 key results and 100,000 check-ins. Paired: the two sites are measured in turns.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter

from service.domain.board import Board
from service.domain.board.build import build_board
from service.domain.ledger import Entry, EntryKind, Link, append, verify
from service.domain.model import (
    Checkin,
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    KeyResult,
    Objective,
    RollupMode,
    Team,
    TeamKind,
)
from service.domain.parents import Child, made_of, scoring_children

KEY_RESULTS_EACH, CHECKINS_EACH, CHILDREN_EACH = 4, 25, 9
ROUNDS, REPEATS = 40, 3
STARTS_AT = datetime(2026, 1, 1, tzinfo=UTC)
NOW = STARTS_AT + timedelta(days=60)
CYCLE = Cycle(
    id="c",
    key="2026-Q1",
    name="Q1",
    kind=CycleKind.QUARTER,
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 3, 31),
    state=CycleState.ACTIVE,
)


@dataclass(frozen=True, slots=True)
class Site:
    """A site's rows, found by id as a store with indexes would find them."""

    teams: dict[str, Team]
    objectives: dict[str, Objective]
    key_results: dict[str, list[KeyResult]]
    checkins: dict[str, list[Checkin]]
    children: dict[str, tuple[Child, ...]]


def grown(*, objectives: int) -> Site:
    """Return a site of that many objectives: every tenth one is made of itself and the nine after it."""
    teams = {
        f"t{n}": Team(id=f"t{n}", name=f"Team {n}", kind=TeamKind.TEAM, project_key=f"T{n}")
        for n in range(objectives // 10)
    }
    rows: dict[str, Objective] = {}
    key_results: dict[str, list[KeyResult]] = defaultdict(list)
    checkins: dict[str, list[Checkin]] = defaultdict(list)
    for n in range(objectives):
        head = n - n % (CHILDREN_EACH + 1)
        rows[f"o{n}"] = Objective(
            id=f"o{n}",
            cycle_id="c",
            team_id=f"t{n // 10}",
            title=f"Objective {n}",
            epic_id=str(n),
            rollup=RollupMode.BOTH if n == head else RollupMode.OWN,
            parent_id=None if n == head else f"o{head}",
        )
        for k in range(KEY_RESULTS_EACH):
            row = KeyResult(
                id=f"k{n}-{k}",
                objective_id=f"o{n}",
                title="Move a number",
                direction=Direction.INCREASE,
                baseline=0.0,
                target=100.0,
                owner="account",
            )
            key_results[f"o{n}"].append(row)
            checkins[row.id] = [_said(row.id, step, (n + k) % 7 + step) for step in range(CHECKINS_EACH)]
    return Site(teams, rows, key_results, checkins, dict(scoring_children(objectives=rows.values())))


def whole_board(site: Site) -> Board:
    """Roll up everything."""
    return _board(site, list(site.objectives))


def check_in(site: Site, *, objective_id: str, value: float) -> Board:
    """Take in one check-in and recompute what it can move: the objective and the one that is made of it."""
    key_result = site.key_results[objective_id][0]
    checkin = _said(key_result.id, CHECKINS_EACH, value)
    parent_id = site.objectives[objective_id].parent_id or objective_id
    touched = made_of(objective_id=parent_id, children=site.children)
    return _board(site, sorted(touched), extra=checkin)


def main() -> None:
    """Print medians and ratios. Units: milliseconds."""
    small, large = grown(objectives=10), grown(objectives=1_000)
    whole = median(_timed(whole_board, large) for _ in range(REPEATS))
    rows = sum(len(each) for each in large.checkins.values())
    print(f"roll-up of {len(large.objectives):,} objectives, 4,000 key results, {rows:,} check-ins: {whole:.0f} ms")
    ours: list[float] = []
    theirs: list[float] = []
    for n in range(ROUNDS):
        ours.append(_timed(check_in, small, objective_id="o5", value=float(n)))
        theirs.append(_timed(check_in, large, objective_id="o505", value=float(n)))
    ratio = median(theirs) / median(ours)
    print(f"one check-in: small site {median(ours):.2f} ms, large site {median(theirs):.2f} ms, ratio {ratio:.2f}")
    links: list[Link] = []
    for n in range(10_000):
        entry = Entry(at=NOW, kind=EntryKind.AMENDED, subject_id=f"k{n}", author="account")
        links.append(append(entry=entry, last=links[-1] if links else None))
    print(f"verify a ledger of {len(links):,} entries: {_timed(lambda: verify(links=links)):.0f} ms")


def _board(site: Site, ids: list[str], extra: Checkin | None = None) -> Board:
    key_results = [row for id_ in ids for row in site.key_results[id_]]
    checkins = [each for row in key_results for each in site.checkins[row.id]]
    objectives = [site.objectives[id_] for id_ in ids]
    teams = {each.team_id: site.teams[each.team_id] for each in objectives}
    return build_board(
        cycle=CYCLE,
        teams=teams.values(),
        objectives=objectives,
        key_results=key_results,
        checkins=[*checkins, extra] if extra else checkins,
        issues=(),
        initiatives=(),
        now=NOW,
    )


def _said(key_result_id: str, step: int, value: float) -> Checkin:
    return Checkin(
        id=f"{key_result_id}-{step}",
        key_result_id=key_result_id,
        at=STARTS_AT + timedelta(days=2 * step),
        value=float(value),
        confidence=0.6,
    )


def _timed(work, *arguments, **named) -> float:  # type: ignore[no-untyped-def]
    started = perf_counter()
    work(*arguments, **named)
    return 1000 * (perf_counter() - started)


if __name__ == "__main__":
    main()
