"""The flip list: the fewest edits with which a set passes the given doctrines.

Every solution must answer each hard finding, so the search only branches over the edits that answer one of them: small and
complete up to its depth. Source: requirements 2.1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.domain.presets import Preset
from service.domain.second_opinion.draft import DraftSet
from service.domain.second_opinion.edits import Edit, apply, edit_words, edits_for
from service.domain.second_opinion.finding import SetFinding
from service.domain.second_opinion.matrix import opinion

MOST_EDITS: Final = 3
_MOST_SETS: Final = 600
"""How many edited sets are graded before the search says that it found none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Edits after which the set passes every preset named; no fewer would do."""

    presets: tuple[str, ...]
    edits: tuple[Edit, ...]
    words: str


def flip(*, draft: DraftSet, presets: Sequence[Preset], most: int = MOST_EDITS) -> Flip | None:
    """Return the smallest, then the gentlest, edits that satisfy all presets; None when `most` are not enough.

    A set that passes already needs none. A set with nothing left in it satisfies nobody.
    """
    if not draft.objectives:
        return None
    search = _Search(presets)
    for depth in range(most + 1):
        found = search.within(draft, (), depth)
        if found is not None:
            return Flip(presets=tuple(each.key for each in presets), edits=found, words=_words(found, draft))
    return None


class _Search:
    def __init__(self, presets: Sequence[Preset]) -> None:
        self._presets = presets
        self._graded: dict[frozenset[Edit], tuple[SetFinding, ...] | None] = {}

    def within(self, draft: DraftSet, done: tuple[Edit, ...], depth: int) -> tuple[Edit, ...] | None:
        """Return the gentlest solution with at most `depth` further edits."""
        finding = self._hardest(draft, done)
        if finding is None:
            return None
        if not finding:
            return done
        if depth == 0:
            return None
        best: tuple[Edit, ...] | None = None
        for edit in min((tuple(edits_for(finding=each, draft=draft)) for each in finding), key=len):
            found = self.within(apply(edit=edit, draft=draft), (*done, edit), depth - 1)
            if found is not None and (best is None or _weight(found) < _weight(best)):
                best = found
        return best

    def _hardest(self, draft: DraftSet, done: tuple[Edit, ...]) -> tuple[SetFinding, ...] | None:
        """Return the hard findings of all presets; None for an empty set, or when enough sets were graded."""
        key = frozenset(done)
        if key not in self._graded:
            if not draft.objectives or len(self._graded) >= _MOST_SETS:
                return None
            found = (finding for preset in self._presets for finding in opinion(draft=draft, preset=preset).hard)
            self._graded[key] = tuple({(each.rule, each.subject_id): each for each in found}.values())
        return self._graded[key]


def _weight(edits: tuple[Edit, ...]) -> int:
    return sum(edit.weight for edit in edits)


def _words(edits: tuple[Edit, ...], draft: DraftSet) -> str:
    if not edits:
        return "It passes as it stands."
    numbers = {1: "One edit", 2: "Two edits", 3: "Three edits"}
    count = numbers.get(len(edits), f"{len(edits)} edits")
    return f"{count}: {'; '.join(edit_words(edit=edit, draft=draft) for edit in edits)}."
