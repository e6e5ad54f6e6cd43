"""Join the most alike until nothing is alike enough: agglomerative, average linkage, ties by the notes' own words. Source: W-04.

The order in which notes arrive never shows: everything starts from the notes sorted by their words.
"""

import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from service.domain.room.grouping.features import cosine, vectors
from service.domain.room.grouping.words import meaning, words_in

ALIKE_FROM: Final = 0.13
"""Ours: two notes with one rare word of four in common reach it. Above, groups stay pure; below, one word in common joins everything."""

MOST_LETTERS: Final = 60
DIGITS: Final = 9
"""Likeness is compared to so many digits, so that the order of additions cannot decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Notes that may belong together, and a name made of their own words."""

    name: str
    note_ids: tuple[str, ...]


def grouped(texts: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the suggested groups of notes (id → text), the largest first. What is like nothing else is in none of them."""
    return _grouped(tuple(sorted(texts.items(), key=lambda each: (each[1].casefold(), each[1], each[0]))))


@lru_cache(maxsize=256)
def _grouped(notes: tuple[tuple[str, str], ...]) -> tuple[Group, ...]:
    # Kept, because a stage is drawn once a second for everybody.
    groups = [members for members in _joined([text for _, text in notes]) if len(members) > 1]
    groups.sort(key=lambda members: (-len(members), members))
    said = [[notes[at][1] for at in members] for members in groups]
    names = _names(said)
    return tuple(
        Group(name=name, note_ids=tuple(notes[at][0] for at in members))
        for name, members in zip(names, groups, strict=True)
    )


def _joined(texts: list[str]) -> list[list[int]]:
    features = vectors(texts)
    members = {at: [at] for at in range(len(texts))}
    # Sums of likeness between clusters, by the lowest member of each; the average follows from the sizes.
    sums: dict[int, dict[int, float]] = {at: {} for at in members}
    for one, other in combinations(members, 2):
        likeness = cosine(features[one], features[other])
        if likeness > 0:
            sums[one][other] = sums[other][one] = likeness
    waiting = [_offer(one, other, sums, members) for one in sums for other in sums[one] if one < other]
    heapq.heapify(waiting)
    while waiting and -waiting[0][0] >= ALIKE_FROM:
        _, one, other, one_size, other_size = heapq.heappop(waiting)
        if (len(members.get(one, ())), len(members.get(other, ()))) != (one_size, other_size):
            continue  # one of the two has been joined since
        members[one] = sorted(members[one] + members.pop(other))
        for third, likeness in sums.pop(other).items():
            del sums[third][other]
            if third != one:
                sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + likeness
        for third in sums[one]:
            heapq.heappush(waiting, _offer(min(one, third), max(one, third), sums, members))
    return list(members.values())


def _offer(
    one: int, other: int, sums: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]]
) -> tuple[float, int, int, int, int]:
    sizes = len(members[one]), len(members[other])
    return (-round(sums[one][other] / (sizes[0] * sizes[1]), DIGITS), one, other, *sizes)


def _names(groups: list[list[str]]) -> list[str]:
    """Name each group by the one or two things that most of its notes and few other groups speak of, in its own words."""
    counts = [
        Counter(thing for text in texts for thing in {_thing(*word) for word in words_in(text)}) for texts in groups
    ]
    used_in = Counter(thing for counted in counts for thing in counted)
    names: list[str] = []
    for texts, counted in zip(groups, counts, strict=True):
        ranked = sorted(counted, key=lambda each: (-counted[each] / used_in[each] ** 0.5, used_in[each], each))
        shared = [thing for thing in ranked if counted[thing] > 1] or ranked
        name = " · ".join(_written(thing, _tellers(shared[:2], texts)) for thing in shared[:2]) or "Notes"
        names.append(_unlike(name[:1].upper() + name[1:MOST_LETTERS], names))
    return names


def _thing(stem: str, written: str) -> str:
    number = meaning(written.casefold())
    return stem if number is None else f"meaning {number}"


def _tellers(things: list[str], texts: list[str]) -> list[str]:
    """Return the first note that speaks of all these things, so that a name is of one language; else all notes."""
    if len(things) < 2:
        return texts
    return next(([text] for text in texts if set(things) <= {_thing(*word) for word in words_in(text)}), texts)


def _written(thing: str, texts: list[str]) -> str:
    forms = Counter(written for text in texts for stem, written in words_in(text) if _thing(stem, written) == thing)
    form = forms.most_common(1)[0][0]  # of equals the first one met
    # A capital inside a sentence is the word's own (a German noun, a name); at the beginning it is only the sentence's.
    is_own = any(text.find(form) > 0 for text in texts)
    return form if is_own else form[:1].lower() + form[1:]


def _unlike(name: str, taken: list[str]) -> str:
    number, found = 2, name
    while found in taken:
        found, number = f"{name} {number}", number + 1
    return found
