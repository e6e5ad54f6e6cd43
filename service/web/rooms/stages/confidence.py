"""The stage and desk of the sealed vote. Nobody's own vote is in what is sent, only who has sealed."""

from dataclasses import dataclass

from service.domain.calibration import Calibrated, RoundState, Summary
from service.domain.confidence import PlanningVerdict, SetVerdict
from service.domain.room.confidence.verdicts import set_word, verdict, worth, worth_of
from service.domain.room.drafts import KeyResultDraft
from service.domain.room.seats import SeatRole
from service.usecases.read_room import RoomView
from service.web.rooms.stages.drafts import numbers

VERDICTS = {
    PlanningVerdict.WISH: ("a wish", "danger"),
    PlanningVerdict.BELOW_AIM: ("bold", "information"),
    PlanningVerdict.ON_AIM: ("on aim", "success"),
    PlanningVerdict.TOO_EASY: ("probably not ambitious enough", "warning"),
    PlanningVerdict.NOT_A_STRETCH: ("not a stretch", "warning"),
    PlanningVerdict.NO_RULE: ("", ""),
}
SETS = {
    SetVerdict.SANDBAG: ("sandbagged: the whole set is as good as done", "danger"),
    SetVerdict.COMFORTABLE: ("comfortable", "warning"),
    SetVerdict.SWEET_SPOT: ("in the sweet spot", "success"),
    SetVerdict.AMBITIOUS: ("ambitious", "information"),
    SetVerdict.FANTASY: ("fantasy", "danger"),
}
SHOWN = (0.5, 0.6, 0.7, 0.8, 0.9)
"""What the record says of these at the moment of voting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One ballot as somebody may see it. `my_seal` is the viewer's own."""

    draft: KeyResultDraft
    numbers: str
    state: RoundState
    sealed: int
    voters: int
    revealed: int
    my_seal: str
    is_mine_open: bool
    summary: Summary | None
    worth: Calibrated | None
    word: str
    tone: str

    @property
    def may_vote(self) -> bool:
        """Tell whether a vote may still be sealed, an enabler is delivered or not."""
        return self.state is RoundState.SEALING and self.draft.waiver is None


def confidence_stage(view: RoomView) -> dict[str, object]:
    """Return every team's ballots and what their mean says."""
    drafts = view.room.drafts
    groups = []
    for team in view.facts.teams:
        of_team = {each.id for each in drafts.objectives(team_id=team.id)}
        rows = [_row(view, each) for each in drafts.key_results() if each.objective_id in of_team]
        said = set_word(room=view.room, team_id=team.id)
        groups.append({"team": team, "rows": rows, "set": SETS[said] if said else None})
    every = [row for group in groups for row in group["rows"]]  # type: ignore[attr-defined]
    return {
        "groups": groups,
        "may_open": any(row.sealed and row.state is RoundState.SEALING for row in every),
        "policy": view.facts.preset.confidence,
    }


def confidence_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the next ballot that waits for the viewer's vote, or the named one; and what the team's word was worth."""
    rows = [_row(view, each) for each in view.room.drafts.key_results()]
    waiting = [row for row in rows if row.may_vote and not row.my_seal]
    row = next((row for row in rows if row.draft.id == editing and row.may_vote), None) or next(iter(waiting), None)
    record: list[Calibrated] = []
    if row is not None:
        objective = view.room.drafts.objective(row.draft.objective_id)
        team_id = objective.team_id if objective else ""
        record = [worth_of(confidence=each, team_id=team_id, facts=view.facts) for each in SHOWN]
    return {
        "row": row,
        "left": len(waiting),
        "record": record if any(each.number for each in record) else [],
        "policy": view.facts.preset.confidence,
    }


def _row(view: RoomView, draft: KeyResultDraft) -> Row:
    ballot = view.room.ballots.of(draft)
    mine = ballot.seal_of(view.viewer)
    voters = [seat for seat in view.room.seats.present() if seat.role is not SeatRole.OBSERVER]
    said = verdict(room=view.room, facts=view.facts, draft=draft)
    word, tone = VERDICTS[said] if said else ("", "")
    return Row(
        draft=draft,
        numbers=numbers(draft),
        state=ballot.state,
        sealed=len(ballot.seals),
        voters=max(len(voters), len(ballot.seals)),
        revealed=len(ballot.votes),
        my_seal=mine.seal if mine else "",
        is_mine_open=ballot.has_revealed(view.viewer),
        summary=ballot.summary,
        worth=worth(room=view.room, facts=view.facts, draft=draft),
        word=word,
        tone=tone,
    )
