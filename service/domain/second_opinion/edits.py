"""The small edits a team can make at the table, and which of them could answer a finding."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from service.domain.model import Commitment
from service.domain.second_opinion.draft import DraftKeyResult, DraftObjective, DraftSet
from service.domain.second_opinion.finding import SetFinding

SOMEBODY: Final = "to be named"
"""Stands for the person an edit asks the team to name."""
_ON_AIM: Final = 0.6


class EditKind(StrEnum):
    """What is done to the set. Source: requirements 2.1."""

    ADD_OWNER = "add_owner"
    STATE_CONFIDENCE = "state_confidence"
    MARK_COMMITTED = "mark_committed"
    MARK_MOONSHOT = "mark_moonshot"
    REQUEST_WAIVER = "request_waiver"
    WRITE_KEY_RESULT = "write_key_result"
    DROP_KEY_RESULT = "drop_key_result"
    DROP_OBJECTIVE = "drop_objective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One edit to the objective or key result `subject_id`."""

    kind: EditKind
    subject_id: str

    @property
    def weight(self) -> int:
        """Return how much it takes away: naming a person little, dropping an objective most."""
        return _WEIGHTS[self.kind]


_WEIGHTS: Final = {
    EditKind.ADD_OWNER: 1,
    EditKind.STATE_CONFIDENCE: 1,
    EditKind.MARK_COMMITTED: 2,
    EditKind.MARK_MOONSHOT: 2,
    EditKind.REQUEST_WAIVER: 4,
    EditKind.WRITE_KEY_RESULT: 6,
    EditKind.DROP_KEY_RESULT: 8,
    EditKind.DROP_OBJECTIVE: 20,
}
_WORDS: Final = {
    EditKind.ADD_OWNER: "name an owner of “{}”",
    EditKind.STATE_CONFIDENCE: "state a confidence for “{}” (60–70 % is on aim)",
    EditKind.MARK_COMMITTED: "declare “{}” committed",
    EditKind.MARK_MOONSHOT: "declare “{}” a moonshot",
    EditKind.REQUEST_WAIVER: "request a waiver for “{}”, naming what it unlocks",
    EditKind.WRITE_KEY_RESULT: "write a key result for “{}”, with a number and an owner",
    EditKind.DROP_KEY_RESULT: "drop the key result “{}”",
    EditKind.DROP_OBJECTIVE: "drop the objective “{}”",
}
_ANSWERS: Final[dict[str, tuple[EditKind, ...]]] = {
    "kr.owner": (EditKind.ADD_OWNER,),
    "objective.owner": (EditKind.ADD_OWNER,),
    "objective.no-key-results": (EditKind.WRITE_KEY_RESULT,),
    "kr.confidence-missing": (EditKind.STATE_CONFIDENCE, EditKind.REQUEST_WAIVER),
    "kr.too-easy": (EditKind.MARK_COMMITTED, EditKind.REQUEST_WAIVER),
    "kr.wish": (EditKind.MARK_MOONSHOT, EditKind.REQUEST_WAIVER),
}


def edit_words(*, edit: Edit, draft: DraftSet) -> str:
    """Say the edit with the text of its subject."""
    texts = {row.id: row.text for row in draft.objectives} | {row.id: row.text for row in draft.key_results()}
    return _WORDS[edit.kind].format(texts.get(edit.subject_id, edit.subject_id)[:120])


def edits_for(*, finding: SetFinding, draft: DraftSet) -> Iterator[Edit]:
    """Yield every edit that could take a finding away; no other one can."""
    for objective in draft.objectives:
        is_about = finding.subject_id in {"", objective.id}
        is_inside = False
        for row in objective.key_results:
            if finding.subject_id == row.id:
                is_inside = True
                yield from (Edit(kind=kind, subject_id=row.id) for kind in _answers(finding, row))
                yield Edit(kind=EditKind.DROP_KEY_RESULT, subject_id=row.id)
            elif is_about and (
                finding.rule == "objective.key-results" or (finding.rule.endswith(".waivers") and row.is_waived)
            ):
                yield Edit(kind=EditKind.DROP_KEY_RESULT, subject_id=row.id)
        if finding.subject_id == objective.id:
            yield from (Edit(kind=kind, subject_id=objective.id) for kind in _ANSWERS.get(finding.rule, ()))
        if is_inside or is_about:
            yield Edit(kind=EditKind.DROP_OBJECTIVE, subject_id=objective.id)


def _answers(finding: SetFinding, row: DraftKeyResult) -> Iterator[EditKind]:
    for kind in _ANSWERS.get(finding.rule, (EditKind.REQUEST_WAIVER,)):
        if kind is not EditKind.REQUEST_WAIVER or not row.is_waived:
            yield kind


def apply(*, edit: Edit, draft: DraftSet) -> DraftSet:
    """Return the set after an edit; an edit of what is no longer there changes nothing."""
    if edit.kind is EditKind.DROP_OBJECTIVE:
        kept = tuple(row for row in draft.objectives if row.id != edit.subject_id)
        return replace(draft, objectives=kept)
    return replace(draft, objectives=tuple(_edited(edit, row) for row in draft.objectives))


def _edited(edit: Edit, objective: DraftObjective) -> DraftObjective:
    if objective.id == edit.subject_id and edit.kind is EditKind.ADD_OWNER:
        return replace(objective, owner=SOMEBODY)
    if edit.kind is EditKind.WRITE_KEY_RESULT:
        added = (_written(objective.id),) if objective.id == edit.subject_id else ()
        return replace(objective, key_results=(*objective.key_results, *added))
    if edit.kind is EditKind.DROP_KEY_RESULT:
        kept = tuple(row for row in objective.key_results if row.id != edit.subject_id)
        return replace(objective, key_results=kept)
    change = _CHANGES[edit.kind]
    rows = tuple(change(row) if row.id == edit.subject_id else row for row in objective.key_results)
    return replace(objective, key_results=rows)


def _written(objective_id: str) -> DraftKeyResult:
    """Stand in for the key result an edit asks the team to write: nothing is left open that a doctrine asks for."""
    return DraftKeyResult(
        id=f"{objective_id}: {SOMEBODY}",
        text="Raise the measure from 1 to 2",
        baseline=1.0,
        target=2.0,
        owner=SOMEBODY,
        confidence=_ON_AIM,
    )


_CHANGES: Final[dict[EditKind, Callable[[DraftKeyResult], DraftKeyResult]]] = {
    EditKind.ADD_OWNER: lambda row: replace(row, owner=SOMEBODY),
    EditKind.STATE_CONFIDENCE: lambda row: replace(row, confidence=_ON_AIM),
    EditKind.MARK_COMMITTED: lambda row: replace(row, commitment=Commitment.COMMITTED),
    EditKind.MARK_MOONSHOT: lambda row: replace(row, commitment=Commitment.MOONSHOT),
    EditKind.REQUEST_WAIVER: lambda row: replace(row, is_waived=True),
}
