"""What a counted vote says about the ambition, by the doctrine and by what the team's word was worth before.

Pure, no acts. Source: W-09, W-12, requirements 2.8, 3.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.domain.calibration import Calibrated, calibrated
from service.domain.confidence import PlanningVerdict, SetVerdict, planning_verdict, set_verdict
from service.domain.model import Commitment

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


def worth_of(*, confidence: float, team_id: str, facts: Facts) -> Calibrated:
    """Return what a stated confidence is worth to a team. Units: 0.0–1.0."""
    everybody = [each for rows in facts.outcomes.values() for each in rows]
    return calibrated(confidence=confidence, team=facts.outcomes.get(team_id, ()), everybody=everybody)


def worth(*, room: Room, facts: Facts, draft: KeyResultDraft) -> Calibrated | None:
    """Return what the counted vote on a key result is worth, None before the count or below three votes."""
    median = room.ballots.of(draft).median
    objective = room.drafts.objective(draft.objective_id)
    if median is None or objective is None:
        return None
    return worth_of(confidence=median, team_id=objective.team_id, facts=facts)


def verdict(*, room: Room, facts: Facts, draft: KeyResultDraft) -> PlanningVerdict | None:
    """Return the doctrine's verdict on the calibrated vote.

    The ceiling does not bind what is declared committed, nor is a declared moonshot a wish (W-12).
    """
    found = worth(room=room, facts=facts, draft=draft)
    if found is None:
        return None
    said = planning_verdict(confidence=_certain(found), policy=facts.preset.confidence)
    too_sure = {PlanningVerdict.TOO_EASY, PlanningVerdict.NOT_A_STRETCH}
    if draft.commitment is Commitment.COMMITTED and said in too_sure:
        return PlanningVerdict.ON_AIM
    too_bold = {PlanningVerdict.WISH, PlanningVerdict.BELOW_AIM}
    if draft.commitment is Commitment.MOONSHOT and said in too_bold:
        return PlanningVerdict.ON_AIM
    return said


def _certain(found: Calibrated) -> float:
    """Take a stated 0 % or 100 % at its word: no record turns a certainty into an aim."""
    return found.stated if found.stated in {0.0, 1.0} else found.probability


def set_word(*, room: Room, team_id: str) -> SetVerdict | None:
    """Return what the mean of a team's counted votes says. Source: requirements 3.5."""
    of_team = {each.id for each in room.drafts.objectives(team_id=team_id)}
    drafts = [each for each in room.drafts.key_results() if each.objective_id in of_team]
    return set_verdict(confidences=[room.ballots.of(each).median for each in drafts])
