"""The stage of the 70 % check."""

from dataclasses import dataclass

from service.domain.room.drafts import KeyResultDraft
from service.domain.room.seventy import SeventyVerdict, Stretch, at_seventy
from service.usecases.read_room import RoomView
from service.web.rooms.stages.drafts import number, numbers

CHOICES = (
    (Stretch.AMBITIOUS, "Worth it at 70 %"),
    (Stretch.MEDIOCRE, "Too small"),
    (Stretch.OUT_OF_REACH, "Out of reach"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One key result and where 70 % of the way would be."""

    draft: KeyResultDraft
    numbers: str
    seventy: str
    verdict: SeventyVerdict | None


def seventy_stage(view: RoomView) -> dict[str, object]:
    """Return every key result with its verdict."""
    rows = [
        Row(
            draft=each,
            numbers=numbers(each),
            seventy="" if at_seventy(each) is None else number(at_seventy(each), each.unit),
            verdict=view.room.seventy.of(each),
        )
        for each in view.room.drafts.key_results()
    ]
    return {"rows": rows, "choices": CHOICES, "judged": sum(row.verdict is not None for row in rows)}


def seventy_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the key result that gets a note with its verdict."""
    draft = view.room.drafts.key_result(editing)
    return {"draft": draft, "verdict": view.room.seventy.of(draft) if draft else None, "choices": CHOICES}
