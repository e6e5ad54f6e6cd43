"""The learned tables and what they say of a sentence. Reading them is all that happens with files here, once a process."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp
from typing import cast

from service.domain.audit.likeness.features import features
from service.domain.audit.model import Kind, Verdict
from service.domain.audit.reading import Reading

#: Marks that quote the sentence, so that a person can be told what speaks for a verdict.
_QUOTING = ("word ", "first ", "verb ", "object word ", "counted word ")
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of the marks, a column a verdict; `start` holds what speaks for each before anything is read."""

    verdicts: tuple[Verdict, ...]
    start: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def weigh(self, marks: Iterable[str]) -> list[float]:
        """Return the likelihood of each verdict, 0.0–1.0; they add up to 1."""
        sums = list(self.start)
        for mark in marks:
            for place, weight in enumerate(self.weights.get(mark, ())):
                sums[place] += weight
        highest = max(sums)
        raised = [exp(each - highest) for each in sums]
        whole = sum(raised)
        return [each / whole for each in raised]


@dataclass(frozen=True, slots=True)
class Likely:
    """What a sentence is most like, how likely (0.0–1.0), and the words of it that say so most."""

    verdict: Verdict
    share: float
    words: tuple[str, ...]


def likely(*, kind: Kind, reading: Reading, instead_of: Verdict) -> Likely | None:
    """Say what the sentence is most like instead; None where that is nothing else, or no table was learned for the language.

    `words` are those that speak most for it against `instead_of`.
    """
    table = learned(reading.lexicon.code, kind)
    if table is None or instead_of not in table.verdicts:
        return None
    marks = features(reading)
    shares = table.weigh(marks)
    best = max(range(len(shares)), key=shares.__getitem__)
    if table.verdicts[best] == instead_of:
        return None
    lexicon = reading.lexicon
    small = lexicon.determiners | lexicon.prepositions | lexicon.links
    words = _telling(table, marks, best, table.verdicts.index(instead_of))
    return Likely(table.verdicts[best], shares[best], tuple(word for word in words if word not in small)[:_MOST_WORDS])


def _telling(table: Table, marks: Iterable[str], best: int, other: int) -> list[str]:
    """Return the words of the sentence that speak for one verdict against another, the clearest first."""
    told: dict[str, float] = {}
    for mark in marks:
        opening = next((each for each in _QUOTING if mark.startswith(each)), None)
        word = mark.removeprefix(opening or "")
        if opening is None or not word.isalpha() or mark not in table.weights:
            continue
        weights = table.weights[mark]
        told[word] = told.get(word, 0.0) + weights[best] - weights[other]
    return sorted((word for word, weight in told.items() if weight > 0), key=lambda word: (-told[word], word))


@cache
def learned(language: str, kind: Kind) -> Table | None:
    """Return the table of a language, None where there is none.

    Shape of the file: tab-separated; a line that begins with # tells what it was learned from, then the verdicts, then what
    speaks for each without any mark, then a line a mark.
    """
    file = resources.files(__package__) / f"{language}_{kind}.tsv"
    if not file.is_file():
        return None
    with file.open(encoding="utf-8") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        _, *verdicts = next(rows)
        _, *start = next(rows)
        weights = {mark: tuple(map(float, row)) for mark, *row in rows}
    return Table(cast("tuple[Verdict, ...]", tuple(verdicts)), tuple(map(float, start)), weights)
