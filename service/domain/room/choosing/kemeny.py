"""The order that contradicts the fewest pairwise picks (Kemeny), and which candidates stay when only so many may. Pure.

Source: J. Kemeny, "Mathematics without numbers", Daedalus 88 (1959): the order with the least sum of picks it goes against. It
names a Condorcet winner first whenever there is one and, inside a cycle, breaks the weakest link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

EXACT_UP_TO: Final = 10
"""The ten of M-23 have 1024 subsets; beyond, the best order that insertion moves find from the order of wins (Copeland)."""

Counts = Mapping[tuple[str, str], int]
"""(preferred, other) → how many preferred it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An order, first to last, and what it costs: the picks it goes against.

    `kept` are the first so many; `is_tied`: other candidates could have been kept at the same cost, the order of `candidates`
    decided. `is_exact`: no order at all costs less.
    """

    order: tuple[str, ...]
    kept: tuple[str, ...]
    against: int
    is_tied: bool
    is_exact: bool

    @property
    def dropped(self) -> tuple[str, ...]:
        """Return who does not stay, in order."""
        return self.order[len(self.kept) :]


def decide(*, candidates: Sequence[str], counts: Counts, keep: int) -> Decision:
    """Return the decision. Between orders of equal cost the one that follows `candidates` longest wins."""
    keep = max(0, min(keep, len(candidates)))
    if len(candidates) > EXACT_UP_TO:
        order = _improved(_by_wins(candidates, counts), counts)
        return Decision(order=order, kept=order[:keep], against=against(order, counts), is_tied=False, is_exact=False)
    least = _least(candidates, counts)
    everyone = (1 << len(candidates)) - 1
    order = tuple(candidates[at] for at in _first_of_least(least, candidates, counts))
    ways = sum(
        least[top] + least[everyone ^ top] + _across(top, candidates, counts) == least[everyone]
        for top in (sum(1 << at for at in chosen) for chosen in combinations(range(len(candidates)), keep))
    )
    return Decision(order=order, kept=order[:keep], against=least[everyone], is_tied=ways > 1, is_exact=True)


def against(order: Sequence[str], counts: Counts) -> int:
    """Return how many picks an order goes against."""
    return sum(counts.get((later, earlier), 0) for earlier, later in combinations(order, 2))


def _least(candidates: Sequence[str], counts: Counts) -> list[int]:
    """Return for every set of candidates (as bits) what its best order costs: dynamic programming over subsets (Held and Karp)."""
    least = [0] * (1 << len(candidates))
    for members in range(1, len(least)):
        least[members] = min(
            least[members ^ (1 << first)] + _behind(first, members, candidates, counts)
            for first in range(len(candidates))
            if members >> first & 1
        )
    return least


def _first_of_least(least: Sequence[int], candidates: Sequence[str], counts: Counts) -> list[int]:
    members, order = len(least) - 1, []
    while members:
        first = next(
            at
            for at in range(len(candidates))
            if members >> at & 1
            and least[members ^ (1 << at)] + _behind(at, members, candidates, counts) == least[members]
        )
        order.append(first)
        members ^= 1 << first
    return order


def _behind(first: int, members: int, candidates: Sequence[str], counts: Counts) -> int:
    """Return what putting one before all other members costs."""
    return sum(
        counts.get((candidates[other], candidates[first]), 0)
        for other in range(len(candidates))
        if members >> other & 1 and other != first
    )


def _across(top: int, candidates: Sequence[str], counts: Counts) -> int:
    return sum(
        counts.get((candidates[low], candidates[high]), 0)
        for high in range(len(candidates))
        if top >> high & 1
        for low in range(len(candidates))
        if not top >> low & 1
    )


def _by_wins(candidates: Sequence[str], counts: Counts) -> tuple[str, ...]:
    def wins(one: str) -> int:
        others = [other for other in candidates if other != one]
        return sum((_lead(one, other, counts) > 0) - (_lead(one, other, counts) < 0) for other in others)

    return tuple(sorted(candidates, key=lambda each: -wins(each)))


def _improved(order: tuple[str, ...], counts: Counts) -> tuple[str, ...]:
    """Return the order after every single move to another place that costs less."""
    best = list(order)
    has_moved = True
    while has_moved:
        has_moved = False
        for candidate in order:
            here = best.index(candidate)
            rest = best[:here] + best[here + 1 :]
            costs = [_costs_at(candidate, place, rest, counts) for place in range(len(best))]
            cheapest = min(range(len(costs)), key=lambda place: (costs[place], place != here, place))
            if costs[cheapest] < costs[here]:
                best, has_moved = [*rest[:cheapest], candidate, *rest[cheapest:]], True
    return tuple(best)


def _costs_at(candidate: str, place: int, rest: Sequence[str], counts: Counts) -> int:
    before = sum(counts.get((candidate, each), 0) for each in rest[:place])
    return before + sum(counts.get((each, candidate), 0) for each in rest[place:])


def _lead(one: str, other: str, counts: Counts) -> int:
    return counts.get((one, other), 0) - counts.get((other, one), 0)
