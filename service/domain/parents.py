"""How objectives hang below one another: shares, loops, and the order in which to roll up. Source: requirements 3.2.

`Objective.parent_id` is the one scoring parent. `ParentLink`s with a share replace it (the shares of a child sum to 1);
links without a share contribute and never score.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import Objective, ParentLink


class ParentLoop(DomainError):
    """An objective would end up above itself."""

    code: ClassVar[str] = "parent_loop"
    status: ClassVar[int] = 409


class SharesInvalid(DomainError):
    """The shares of a child over its parents do not sum to 1."""

    code: ClassVar[str] = "shares_invalid"


@dataclass(frozen=True, slots=True)
class Child:
    """A child objective and the share of it that scores into the parent. Units: `share` 0.0–1.0."""

    id: str
    share: float


def scoring_children(
    *, objectives: Iterable[Objective], links: Iterable[ParentLink] = ()
) -> Mapping[str, tuple[Child, ...]]:
    """Return for every parent among `objectives` the children that score into it, in their given order."""
    links_of: dict[str, list[ParentLink]] = defaultdict(list)
    for link in links:
        links_of[link.child_id].append(link)
    everything = list(objectives)
    known = {objective.id for objective in everything}
    found: dict[str, list[Child]] = defaultdict(list)
    for objective in everything:
        for parent_id, share in _scoring_parents(objective, links_of[objective.id]):
            if parent_id in known and parent_id != objective.id:
                found[parent_id].append(Child(objective.id, share))
    return {parent_id: tuple(children) for parent_id, children in found.items()}


def bottom_up(*, ids: Sequence[str], children: Mapping[str, Sequence[Child]]) -> tuple[str, ...]:
    """Return `ids` so that every child comes before its parents. Members of a loop come last, so that nothing hangs."""
    waiting = dict.fromkeys(ids, 0)
    parents: dict[str, list[str]] = defaultdict(list)
    for parent_id, members in children.items():
        for child in members:
            if parent_id in waiting and child.id in waiting:
                waiting[parent_id] += 1
                parents[child.id].append(parent_id)
    order = [each for each in ids if waiting[each] == 0]
    for each in order:  # grows while it is read: a queue
        for parent_id in parents[each]:
            waiting[parent_id] -= 1
            if waiting[parent_id] == 0:
                order.append(parent_id)
    placed = set(order)
    return (*order, *(each for each in ids if each not in placed))


def made_of(*, objective_id: str, children: Mapping[str, Sequence[Child]]) -> frozenset[str]:
    """Return the ids of an objective and of everything below that scores into it.

    A board of these rows shows the objective exactly as the board of the whole cycle does, at their cost.
    """
    found = {objective_id}
    queue = [objective_id]
    for reached in queue:  # grows while it is read
        for child in children.get(reached, ()):
            if child.id not in found:
                found.add(child.id)
                queue.append(child.id)
    return frozenset(found)


def require_no_loop(
    *, child: Objective, parent_id: str, objectives: Iterable[Objective], links: Iterable[ParentLink] = ()
) -> None:
    """Refuse a parent that hangs below the child itself, by scoring or contributing links alike.

    Raises: ParentLoop, naming the whole path.
    """
    by_id = {each.id: each for each in objectives} | {child.id: child}
    above: dict[str, list[str]] = defaultdict(list)
    for each in by_id.values():
        if each.parent_id and each.id != child.id:
            above[each.id].append(each.parent_id)
    for link in links:
        above[link.child_id].append(link.parent_id)
    came_from: dict[str, str | None] = {parent_id: None}
    queue = [parent_id]
    for reached in queue:  # grows while it is read
        if reached == child.id:
            path, step = [], came_from[reached]
            while step is not None:
                path.append(step)
                step = came_from[step]
            titles = [by_id[step].title if step in by_id else step for step in (child.id, *reversed(path), child.id)]
            way = " → ".join(f"“{title}”" for title in titles)
            raise ParentLoop(
                f"An objective cannot stand above itself: {way}. Choose a parent outside this path.", field="parent_id"
            )
        for above_id in above[reached]:
            if above_id not in came_from:
                came_from[above_id] = reached
                queue.append(above_id)


def require_shares(*, child: Objective, links: Sequence[ParentLink]) -> None:
    """Refuse shares that are not positive or do not sum to 1, and two links to one parent.

    Raises: SharesInvalid.
    """
    parents = [link.parent_id for link in links]
    if len(set(parents)) != len(parents):
        raise SharesInvalid(f"“{child.title}” names the same parent twice. Name each parent once.", field="parents")
    shares = [link.share for link in links if link.share is not None]
    if not shares:
        return
    if any(not 0 < share <= 1 for share in shares) or not math.isclose(math.fsum(shares), 1, abs_tol=1e-6):
        raise SharesInvalid(
            f"The shares of “{child.title}” sum to {math.fsum(shares):g}. Give each scoring parent a share above 0 so "
            "that together they make 1, or let a parent be contribute-only.",
            field="parents",
        )


def _scoring_parents(objective: Objective, links: Sequence[ParentLink]) -> list[tuple[str, float]]:
    split = [(link.parent_id, link.share) for link in links if link.share is not None]
    if split:
        return split
    only_contributes = {link.parent_id for link in links}
    if objective.parent_id is None or objective.parent_id in only_contributes:
        return []
    return [(objective.parent_id, 1.0)]
