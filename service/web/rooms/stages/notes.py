"""The silent step: one's own notes, and how many there are altogether; never how many somebody else wrote. Source: W-03, G-08."""

from service.domain.room.notes import Prompt
from service.usecases.read_room import RoomView

ASKED = (
    ("", "Something else"),
    (Prompt.OBSTACLE.value, "What stands in our way?"),
    (Prompt.OPPORTUNITY.value, "Which opportunity do we see?"),
    (Prompt.OUTCOME.value, "Which outcome do we want?"),
)
CALLED = {"obstacle": "Obstacle", "opportunity": "Opportunity", "outcome": "Outcome"}


def notes_stage(view: RoomView) -> dict[str, object]:
    """Return the viewer's notes and the notes that everybody has seen already."""
    seen = view.room.notes.seen_by(view.viewer, agenda=view.room.agenda)
    return {
        "mine": [note for note in seen if not view.room.notes.is_shown(note, agenda=view.room.agenda)],
        "shown": [note for note in seen if view.room.notes.is_shown(note, agenda=view.room.agenda)],
        "note_count": len(view.room.notes.all),
        "called": CALLED,
    }


def notes_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the prompts, and the note that its author changes."""
    note = view.room.notes.find(editing) if editing else None
    return {"asked": ASKED, "note": note if note is not None and note.author == view.viewer else None}
