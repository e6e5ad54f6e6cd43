"""A room as JSON values: only what the person who asks may see."""

from typing import Any

from service.domain.room.advice import advice
from service.domain.room.choosing import Cut
from service.domain.room.drafts import KeyResultDraft
from service.domain.room.log import plain
from service.domain.room.notes import Note
from service.usecases.read_room import RoomView
from service.web.rooms.closing_document import closing


def document(view: RoomView) -> dict[str, Any]:
    """Return a room for programs. Units: `left_s` in seconds."""
    room = view.room
    return {
        "session": room.session,
        "step": view.step.id if view.step else None,
        "left_s": view.left_s,
        "agenda": [
            {**plain(step), "used_s": room.agenda.used_s(step_id=step.id, now=view.facts.now)}
            for step in room.agenda.steps
        ],
        "seats": [plain(seat) for seat in room.seats],
        "blockers": [plain(each) for each in view.blockers],
        "advice": [
            plain(each)
            for each in advice(
                session=room.session,
                preset=view.facts.preset,
                cycle=view.facts.cycle,
                agenda=room.agenda,
                seats=room.seats,
                followed=view.facts.followed,
            )
        ],
        "decisions": [plain(each) for each in room.decisions.all],
        "baselines": [plain(each) for each in room.prework.baselines],
        "inputs": plain(room.inputs),
        "priorities": [plain(each) for each in room.priorities.in_order()],
        "look_back": plain(room.look_back),
        "reviewed": [plain(each) for each in room.review.by_key_result.values()],
        "notes": [_note(note, view.viewer) for note in room.notes.seen_by(view.viewer, agenda=room.agenda)],
        "objective_limits": {team.id: room.limits.of(team, preset=view.facts.preset) for team in view.facts.teams},
        "themes": [plain(theme) for theme in room.themes],
        "dots": _dots(view),
        "cuts": [_cut(cut, view.viewer) for cut in room.cuts],
        "objectives": [plain(each) for each in room.drafts.objectives()],
        "key_results": [plain(each) for each in room.drafts.key_results()],
        "health": [plain(each) for each in room.drafts.health],
        "answers": [plain(each) for each in room.pressure.answers.values()],
        "guardrails": [plain(each) for each in room.pressure.guardrails],
        "seventy": [plain(each) for each in room.seventy.by_key_result.values()],
        "confidence": [_ballot(view, each) for each in room.drafts.key_results()],
        "closing": closing(view),
    }


def _ballot(view: RoomView, draft: KeyResultDraft) -> dict[str, Any]:
    """Return what may be shown of a ballot: how many sealed, the middle once it is counted, never anybody's vote."""
    ballot = view.room.ballots.of(draft)
    shown = ballot.summary
    return {
        "key_result_id": draft.id,
        "state": ballot.state.value,
        "sealed": len(ballot.seals),
        "revealed": len(ballot.votes),
        "summary": plain(shown) if shown else None,
    }


def _note(note: Note, viewer: str) -> dict[str, Any]:
    """Return a note; whose it is, only to its author."""
    return {**plain(note), "author": note.author if note.author == viewer else None}


def _dots(view: RoomView) -> dict[str, Any]:
    """Return the vote: one's own dots, and the totals once they are revealed."""
    dots = view.room.dots
    totals = dots.seen()
    return {
        "each_has": dots.each_has(themes=len(view.room.themes.all)),
        "mine": list(dots.of(view.viewer)),
        "totals": None if totals is None else dict(totals),
    }


def _cut(cut: Cut, viewer: str) -> dict[str, Any]:
    """Return a cut: the pairs left for oneself, and the counts and the order once the line is drawn."""
    return {
        "id": cut.id,
        "team_id": cut.team_id,
        "keep": cut.keep,
        "candidates": list(cut.candidates),
        "left": [list(pair) for pair in cut.left_for(viewer)] if cut.is_open else [],
        "decision": plain(cut.decision) if cut.decision else None,
        "counts": []
        if cut.is_open
        else [
            {"winner_id": winner, "loser_id": loser, "count": count} for (winner, loser), count in cut.counts().items()
        ],
    }
