"""Objectives of two teams that say nearly the same. Source: requirements 2.5; T-10b.

Two measures, both deterministic: the words two titles share, rare ones counting more (cosine), and the pieces of three letters
they share (Dice), which looks through endings. A finding says which measure found it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from service.domain.challenge.phrases import words_of
from service.domain.model import Objective
from service.domain.synthesis.graph import Graph
from service.domain.synthesis.shapes import Kind, SetFinding, finding_id

WORDS_FROM: Final = 0.6
LETTERS_FROM: Final = 0.72
"""Ours; `make bench` shows what they find and what they let pass."""

_EMPTY: Final = frozenset(
    {
        "a", "an", "the", "of", "to", "for", "in", "on", "at", "by", "with", "and", "or", "our", "we", "us", "is", "be", "become",
        "make", "more", "most", "very", "all", "every", "each", "from", "that", "which", "this", "its", "their", "your", "as", "so",
        "than", "into", "der", "die", "das", "und", "für", "mit", "von", "zu", "ein", "eine", "unser", "wir", "el", "la", "los",
        "las", "un", "una", "y", "de", "para", "con", "nuestro", "que",
    }
)  # fmt: skip
_ENDING: Final = re.compile(r"(?:ation|ment|ness|ing|ed|er|est|ly|e|s)$")


def near_duplicates(graph: Graph) -> Iterable[SetFinding]:
    """Yield the pairs of objectives of different teams that are nearly the same, with the measure and its figure.

    An objective and the one it contributes to may read alike.
    """
    objectives = sorted(graph.objectives.values(), key=lambda each: each.id)
    stems = {each.id: _stems(each.title) for each in objectives}
    rarity = _rarity(list(stems.values()))
    for one, other in combinations(objectives, 2):
        if one.team_id == other.team_id or one.parent_id == other.id or other.parent_id == one.id:
            continue
        measure = _alike(one, other, stems, rarity)
        found = finding_id(Kind.NEAR_DUPLICATE, one.id, other.id)
        if measure is not None and found not in graph.plans.accepted:
            asks, asked = graph.teams[one.team_id].name, graph.teams[other.team_id].name
            yield SetFinding(
                id=found,
                kind=Kind.NEAR_DUPLICATE,
                severity="warning",
                message=f"“{one.title}” ({asks}) and “{other.title}” ({asked}) read nearly the same: make one contribute to the "
                "other, or say what differs.",
                measure=measure,
                team_id=one.team_id,
                other_team_id=other.team_id,
                objective_ids=(one.id, other.id),
            )


def _alike(
    one: Objective, other: Objective, stems: Mapping[str, Sequence[str]], rarity: Mapping[str, float]
) -> str | None:
    words = _cosine(stems[one.id], stems[other.id], rarity)
    letters = _dice(one.title, other.title)
    if words >= WORDS_FROM:
        return f"shared words, rare ones counting more: {words:.2f} (from {WORDS_FROM})"
    return f"shared letter triples: {letters:.2f} (from {LETTERS_FROM})" if letters >= LETTERS_FROM else None


def _stems(title: str) -> list[str]:
    return [_ENDING.sub("", word) if len(word) > 4 else word for word in words_of(title) if word not in _EMPTY]


def _rarity(titles: Sequence[Sequence[str]]) -> dict[str, float]:
    used = Counter(stem for stems in titles for stem in set(stems))
    return {stem: math.log(1 + len(titles) / count) for stem, count in used.items()}


def _cosine(one: Sequence[str], other: Sequence[str], rarity: Mapping[str, float]) -> float:
    mine, theirs = set(one), set(other)
    norm = math.sqrt(sum(rarity[stem] ** 2 for stem in mine) * sum(rarity[stem] ** 2 for stem in theirs))
    return sum(rarity[stem] ** 2 for stem in mine & theirs) / norm if norm else 0.0


def _dice(one: str, other: str) -> float:
    mine, theirs = _triples(one), _triples(other)
    both = len(mine) + len(theirs)
    return 2 * len(mine & theirs) / both if both else 0.0


def _triples(title: str) -> set[str]:
    text = f"  {' '.join(word for word in words_of(title) if word not in _EMPTY)} "
    return {text[at : at + 3] for at in range(len(text) - 2)} if text.strip() else set()
