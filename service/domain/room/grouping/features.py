"""A note as weighted features: stems, meanings, words inside of longer ones (German compounds), pieces of four
letters; rare ones count more."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Final

from service.domain.room.grouping.words import meaning, words_in

STEM: Final = 1.0
MEANING: Final = 1.0
STEM_BESIDE_MEANING: Final = 0.35
INSIDE: Final = 0.8
LEAST_INSIDE: Final = 5
PIECE: Final = 0.25
PIECE_LETTERS: Final = 4

Vector = Mapping[str, float]


def vectors(texts: Sequence[str]) -> list[Vector]:
    """Return one vector of length 1 for each text; empty where a text has no word that carries meaning."""
    words = [list(words_in(text)) for text in texts]
    stems = {stem for said in words for stem, _ in said if len(stem) >= LEAST_INSIDE}
    raw = [_features(said, stems) for said in words]
    notes_with = Counter(feature for features in raw for feature in features)
    return [_of_length_one(features, notes_with, len(texts)) for features in raw]


def cosine(one: Vector, other: Vector) -> float:
    """Return how alike two vectors are. Units: 0.0–1.0."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[feature] for feature, weight in one.items() if feature in other)


def _features(words: Sequence[tuple[str, str]], stems: Set[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for stem, _ in words:
        if len(stem) >= 2 * LEAST_INSIDE:
            found |= {f"stem {inside}": INSIDE for inside in stems if inside in stem and inside != stem}
    for stem, written in words:
        number = meaning(written.casefold())
        found[f"stem {stem}"] = STEM if number is None else STEM_BESIDE_MEANING
        if number is not None:
            found[f"meaning {number}"] = MEANING
        for at in range(len(stem) - PIECE_LETTERS + 1):
            found[f"piece {stem[at : at + PIECE_LETTERS]}"] = PIECE
    return found


def _of_length_one(features: Mapping[str, float], notes_with: Mapping[str, int], notes: int) -> Vector:
    weighted = {
        feature: weight * math.log(1 + notes / notes_with[feature]) for feature, weight in sorted(features.items())
    }
    length = math.sqrt(math.fsum(weight**2 for weight in weighted.values()))
    return {feature: weight / length for feature, weight in weighted.items()} if length else {}
