"""Finished work that serves no key result, beside what a team declared for running the business. Source: requirements 2.6; G-12."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A finished issue of a team's project. `points` is its size where it has one."""

    id: str
    key: str
    summary: str
    parent_id: str | None = None
    points: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanWork:
    """How much finished work is linked to no key result.

    Units: `share` and `allowance` 0.0–1.0; `share` is None while nothing is finished. `orphans` are the issues, by key.
    """

    finished: int
    orphans: tuple[Finished, ...]
    share: float | None
    allowance: float
    is_within: bool
    sentence: str


def orphan_work(
    *,
    finished: Iterable[Finished],
    serving: frozenset[str],
    parents: Mapping[str, str | None],
    allowance: float,
) -> OrphanWork:
    """Return the orphans among finished issues.

    `serving` are the ids of initiatives and of epics of objectives; an issue serves too if what it is part of does, however far
    up. `parents` says what the issues above are part of.
    """
    every = sorted(finished, key=lambda each: each.key)
    orphans = tuple(each for each in every if not _serves(each, serving, parents))
    share = len(orphans) / len(every) if every else None
    is_within = share is None or share <= allowance
    return OrphanWork(
        finished=len(every),
        orphans=orphans,
        share=share,
        allowance=allowance,
        is_within=is_within,
        sentence=_sentence(share, allowance),
    )


def _serves(issue: Finished, serving: frozenset[str], parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    here: str | None = issue.id
    above = issue.parent_id
    while here is not None and here not in seen:
        if here in serving:
            return True
        seen.add(here)
        here, above = above, parents.get(above) if above is not None else None
    return False


def _sentence(share: float | None, allowance: float) -> str:
    if share is None:
        return "Nothing was finished in this time."
    if share <= allowance:
        return f"{share:.0%} of the finished work serves no key result, within the {allowance:.0%} for running the business."
    return (
        f"{share:.0%} of the finished work serves no key result, more than the {allowance:.0%} for running the business: link it, "
        "stop it, or declare a larger allowance."
    )
