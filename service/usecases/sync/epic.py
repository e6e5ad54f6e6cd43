"""The epic's side of taking in: numbers typed into its fields, its title, its key."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from connect.outbound.shapes import FieldChange, IssueSnapshot
from service.domain.model import KeyResult, Tracker
from service.domain.sync import ValueDecision, decide_title, decide_value, same_number
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed
from service.usecases.needs import Needs
from service.usecases.sync.edits import number_edits
from service.usecases.sync.fields import SiteFields
from service.usecases.sync.known import Known
from service.usecases.sync.values import current_value, record_edits


@dataclass(frozen=True, slots=True)
class FieldDecision:
    """A key result, the field that shows it, and what is to be done about the two."""

    key_result: KeyResult
    field_id: str
    value: ValueDecision

    @property
    def moves_base(self) -> bool:
        """Tell whether the field is not as we last saw it."""
        tracker = self.key_result.tracker
        return not tracker.seen or not same_number(tracker.seen_value, self.value.base)


def decide_fields(
    *, tx: Transaction, site_id: str, snapshot: IssueSnapshot, fields: SiteFields, known: Known
) -> tuple[FieldDecision, ...]:
    """Decide about every key result whose field the snapshot shows; a field that was not read says nothing."""
    decisions = []
    for key_result in known.key_results:
        field_id, tracker = fields.of(key_result.tracker), key_result.tracker
        if field_id is None or field_id not in snapshot.numbers:
            continue
        ours = current_value(tx=tx, site_id=site_id, key_result_id=key_result.id)
        theirs = snapshot.numbers[field_id]
        is_leftover = not tracker.seen and _is_leftover(tx, site_id, known, tracker, theirs)
        base, seen = (theirs, True) if is_leftover else (tracker.seen_value, tracker.seen)
        value = decide_value(base=base, seen=seen, ours=ours, theirs=theirs)
        decisions.append(FieldDecision(key_result, field_id, value))
    return tuple(decisions)


def _is_leftover(tx: Transaction, site_id: str, known: Known, tracker: Tracker, theirs: float | None) -> bool:
    """Tell whether a slot may still show the number of who had it before: one that was cancelled, or bound to a field since.

    Nobody typed that, so it is no value of the new key result.
    """
    if tracker.slot is None or theirs is None:
        return False
    if any(each.tracker.slot == tracker.slot and same_number(each.tracker.seen_value, theirs) for each in known.former):
        return True
    bound = [each.id for each in known.key_results if each.tracker.field_id is not None]
    moved = tx.ledger.amended(site_id=site_id, subject_ids=bound) if bound else frozenset()
    values = (current_value(tx=tx, site_id=site_id, key_result_id=id) for id in moved)
    return any(same_number(value, theirs) for value in values)


def take_epic(
    *,
    tx: Transaction,
    parts: Needs,
    site_id: str,
    snapshot: IssueSnapshot,
    fields: SiteFields,
    known: Known,
    changes: Sequence[FieldChange],
) -> tuple[Wake, ...]:
    """Record edits of numbers and title and move the bases; return whom to wake after the commit.

    That ours still has to be written is no change: whoever made ours differ has marked it.
    """
    if known.objective is None:
        return ()
    wakes: list[Wake] = []
    is_emptied = False
    for each in decide_fields(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields, known=known):
        tracker = each.key_result.tracker
        if each.value.checkin is not None:
            edits = number_edits(
                changes=[change for change in changes if change.field_id == each.field_id],
                base=tracker.seen_value,
                seen=tracker.seen,
                theirs=each.value.checkin,
                read_at=snapshot.updated_at,
            )
            wakes += record_edits(
                tx=tx,
                parts=parts,
                site_id=site_id,
                key_result_id=each.key_result.id,
                field_id=each.field_id,
                edits=edits,
            )
        if each.moves_base:
            tx.key_results.set_seen(site_id=site_id, id=each.key_result.id, value=each.value.base)
            is_emptied |= each.value.write and tracker.seen  # ours is put back
    if _take_words(tx, site_id, snapshot, known) or is_emptied:
        wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(known.objective.id,))
    return tuple(wakes)


def epic_differs(*, tx: Transaction, site_id: str, snapshot: IssueSnapshot, fields: SiteFields, known: Known) -> bool:
    """Tell whether `take_epic` would change a row."""
    objective = known.objective
    if objective is None:
        return False
    if (objective.epic_key, objective.seen_title, objective.epic_gone) != (snapshot.key, snapshot.summary, False):
        return True
    decisions = decide_fields(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields, known=known)
    return any(each.moves_base or each.value.checkin is not None for each in decisions)


def _take_words(tx: Transaction, site_id: str, snapshot: IssueSnapshot, known: Known) -> bool:
    """Follow the epic's title, key and return from the dead; tell whether anything people see changed."""
    objective = known.objective
    if objective is None:
        return False
    title = decide_title(base=objective.seen_title, ours=objective.title, theirs=snapshot.summary)
    followed = replace(
        objective,
        title=objective.title if title.take is None else title.take,
        seen_title=title.base,
        epic_key=snapshot.key,
        epic_gone=False,
    )
    if followed == objective:
        return False
    tx.objectives.save(site_id=site_id, item=followed)
    return replace(followed, seen_title=objective.seen_title) != objective
