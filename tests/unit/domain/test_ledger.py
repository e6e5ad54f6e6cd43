"""The promise ledger: no silent rewrite. Source: requirements 2.7, T-20."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.ledger import (
    NO_REASON,
    PROMISED,
    Because,
    Change,
    ChangeNeedsReason,
    Entry,
    EntryKind,
    Fault,
    LedgerRefused,
    Link,
    Reason,
    append,
    as_promised,
    changes_between,
    drift,
    dual_score,
    entry_of,
    late_edits,
    original,
    promise_of,
    replay,
    require_reason,
    unsaid,
    verify,
    versions,
)
from service.domain.ledger.scores import DualScore
from service.domain.model import (
    Commitment,
    CycleState,
    Direction,
    HoldShape,
    Milestone,
    MilestoneShape,
    Tracker,
    TrackerKind,
    Waypoint,
)
from tests.unit.domain.make import at, cycle, key_result

FIRST = at(1, 1)


def created(row, when=FIRST):
    return Entry(
        at=when,
        kind=EntryKind.CREATED,
        subject_id=row.id,
        author="account-1",
        changes=changes_between(before={}, after=promise_of(key_result=row)),
    )


def amended(before, after, when):
    return Entry(
        at=when,
        kind=EntryKind.AMENDED,
        subject_id=after.id,
        author="account-1",
        changes=changes_between(before=promise_of(key_result=before), after=promise_of(key_result=after)),
        reason=Reason.REPLAN,
        explanation="the market moved",
        approver="account-2",
        notified=("account-3",),
    )


def chain(*entries):
    links: list[Link] = []
    for entry in entries:
        links.append(append(entry=entry, last=links[-1] if links else None))
    return links


ROWS = [key_result(target=float(100 + n)) for n in range(6)]
ENTRIES = [created(ROWS[0])] + [
    amended(before, after, at(1, 2 + n)) for n, (before, after) in enumerate(pairwise(ROWS))
]
CHAIN = chain(*ENTRIES)


def found(links, **over):
    return [(each.fault, each.number) for each in verify(links=links, **over)]


def test_an_untouched_chain_verifies():
    assert verify(links=CHAIN) == ()
    assert verify(links=[]) == ()
    assert [entry_of(link=link) for link in CHAIN] == ENTRIES


@pytest.mark.parametrize("index", range(6))
@pytest.mark.parametrize(
    "edit",
    [
        {"payload": CHAIN[0].payload.replace("100.0", "90.0")},
        {"payload": "not json"},
        {"payload": "[]"},
        {"at": at(9, 9)},
        {"author": "somebody else"},
        {"kind": "cancelled"},
        {"subject_id": "another"},
        {"hash": "f" * 64},
    ],
    ids=lambda edit: next(iter(edit)),
)
def test_any_edit_of_any_row_is_found_and_named(index, edit):
    links = list(CHAIN)
    if "payload" in edit and index:
        edit = {"payload": CHAIN[index].payload.replace("account-1", "account-9")}
    links[index] = replace(CHAIN[index], **edit)
    assert (Fault.EDITED, index + 1) in found(links)
    assert {number for _, number in found(links)} <= {index + 1, index + 2}


@pytest.mark.parametrize("index", range(5))
def test_an_edit_hashed_anew_is_found_by_the_next_link(index):
    before = CHAIN[index - 1] if index else None
    forged = append(entry=replace(ENTRIES[index], author="forger"), last=before)
    links = [*CHAIN[:index], forged, *CHAIN[index + 1 :]]
    assert found(links) == [(Fault.EDITED, index + 1)]


def test_a_first_link_that_points_elsewhere_is_an_edit():
    payload = CHAIN[0].payload
    forged = append(entry=ENTRIES[0], last=None)
    other = append(entry=ENTRIES[0], last=replace(forged, number=0, hash="a" * 64))
    assert other.payload == payload
    assert found([other]) == [(Fault.EDITED, 1)]


@pytest.mark.parametrize("index", range(5))
def test_a_dropped_row_is_found_and_named(index):
    assert found([*CHAIN[:index], *CHAIN[index + 1 :]]) == [(Fault.DROPPED, index + 1)]


def test_a_gap_is_named_from_end_to_end():
    (gap,) = verify(links=[CHAIN[0], *CHAIN[4:]])
    assert (gap.fault, gap.number, gap.message) == (Fault.DROPPED, 2, "Entries 2 to 4 are missing.")
    forged = replace(CHAIN[5], number=10**15)
    assert found([*CHAIN[:5], forged]) == [(Fault.DROPPED, 6), (Fault.REORDERED, 10**15)]


def test_a_cut_end_is_found_by_a_head_known_elsewhere():
    assert found(CHAIN[:4]) == []
    assert found(CHAIN[:4], heads={6: CHAIN[5].hash}) == [(Fault.DROPPED, 6)]
    assert found(CHAIN, heads={6: CHAIN[5].hash, 3: CHAIN[2].hash}) == []
    assert found([], heads={1: CHAIN[0].hash}) == [(Fault.DROPPED, 1)]


def test_a_ledger_rewritten_from_the_start_is_found_by_a_head_known_elsewhere():
    forged = chain(*(replace(entry, author="forger") for entry in ENTRIES))
    assert found(forged) == []
    assert found(forged, heads={4: CHAIN[3].hash}) == [(Fault.EDITED, 4)]


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 4), (4, 5)])
def test_swapped_rows_are_found(one, other):
    stored = list(CHAIN)
    stored[one], stored[other] = stored[other], stored[one]
    assert Fault.REORDERED in {fault for fault, _ in found(stored)}
    renumbered = list(CHAIN)
    renumbered[one] = replace(CHAIN[other], number=one + 1)
    renumbered[other] = replace(CHAIN[one], number=other + 1)
    assert {(Fault.REORDERED, one + 1), (Fault.REORDERED, other + 1)} <= set(found(renumbered))


def test_a_row_stored_twice_is_found():
    assert (Fault.REORDERED, 2) in found([*CHAIN[:2], CHAIN[1], *CHAIN[2:]])


def test_a_promise_holds_everything_that_is_promised():
    """Requirements 2.7: target, baseline, deadline, weight, unit, owner and formula."""
    row = key_result(
        direction=Direction.MILESTONES,
        shape=MilestoneShape(milestones=(Milestone(id="a", title="b", due_on=date(2026, 2, 1)),)),
        path=(Waypoint(on=date(2026, 2, 1), progress=0.5),),
        starts_on=date(2026, 1, 2),
        due_on=date(2026, 3, 2),
        commitment=Commitment.MOONSHOT,
        is_enabler=True,
        tracker=Tracker(kind=TrackerKind.JQL, method="share", jql="a", jql_field="b", jql_denominator="c", slot=3),
    )
    promise = promise_of(key_result=row)
    assert tuple(promise) == PROMISED
    other = key_result(direction=Direction.STAY_ABOVE, shape=HoldShape(), tracker=Tracker(slot=3))
    assert as_promised(key_result=other, promise=promise) == replace(row, tracker=row.tracker)


def test_whole_numbers_and_decimals_are_the_same_promise():
    assert (
        changes_between(
            before=promise_of(key_result=key_result(target=100)), after=promise_of(key_result=key_result(target=100.0))
        )
        == ()
    )


targets = st.lists(st.floats(1, 1e6), min_size=1, max_size=8)


@given(targets)
def test_replay_rebuilds_the_current_promise(values):
    """Requirements 3.6: replay of the event log = state."""
    rows = [key_result(target=value, weight=value / 2) for value in values]
    entries = [created(rows[0])] + [
        amended(before, after, at(1, 2) + timedelta(hours=n)) for n, (before, after) in enumerate(pairwise(rows))
    ]
    restored = replay(entries=[entry_of(link=link) for link in chain(*entries)])
    assert restored["k"] == promise_of(key_result=rows[-1])


def test_the_original_promise_is_the_one_the_cycle_began_with():
    drafted, promised, raised = key_result(target=80), key_result(target=100), key_result(target=150)
    entries = [
        created(drafted, at(1, 1)),
        amended(drafted, promised, at(1, 5)),
        amended(promised, raised, at(2, 5)),
        created(key_result(id="later", target=7), at(3, 1)),
    ]
    at_start = original(entries=entries, subject_id="k", begun=2)
    assert at_start == promise_of(key_result=promised)
    later = original(entries=entries, subject_id="later", begun=2)
    assert later is not None
    assert later["target"] == 7
    assert original(entries=entries, subject_id="unknown", begun=2) is None


def test_both_scores_stand_side_by_side():
    easier = key_result(target=50.0)
    scored = dual_score(key_result=easier, original=promise_of(key_result=key_result(target=100.0)), value=40.0)
    assert (scored.original, scored.amended) == (0.4, 0.8)
    assert drift(scores=[scored, DualScore(key_result_id="x", original=None, amended=0.5)]).mean == pytest.approx(0.4)
    assert drift(scores=[scored]).changed == 1
    assert drift(scores=[]).mean is None


def test_raising_and_restoring_a_target_leaves_both_scores_equal():
    row, raised = key_result(target=100.0), key_result(target=200.0)
    entries = [created(row), amended(row, raised, at(2, 1)), amended(raised, row, at(2, 8))]
    first = original(entries=entries, subject_id="k", begun=1)
    assert first is not None
    scored = dual_score(key_result=row, original=first, value=60.0)
    assert scored.original == scored.amended == 0.6
    assert drift(scores=[scored]).changed == 0


def test_edits_of_the_last_quarter_are_late():
    row, other = key_result(), key_result(target=90.0)
    early, late = amended(row, other, at(3, 15)), amended(other, row, at(3, 18))
    entries = [early, late, replace(late, kind=EntryKind.CANCELLED)]
    assert late_edits(entries=entries, cycle=cycle()) == (late,)


def test_versions_follow_the_amendments():
    row, other = key_result(), key_result(target=50.0)
    entries = [created(row), amended(row, other, at(2, 1)), created(key_result(id="x"))]
    assert versions(key_result=other, entries=entries) == ((at(1, 1), row), (at(2, 1), other))
    assert versions(key_result=row, entries=entries[:1]) == ()


CHANGE = (Change(field="target", old=100.0, new=90.0),)
FULL = {"reason": Reason.REPLAN, "explanation": "the market moved", "author": "a", "notified": ("b",)}


@pytest.mark.parametrize(
    ("state", "over", "field"),
    [
        (CycleState.ACTIVE, {}, None),
        (CycleState.REVIEW, {}, None),
        (CycleState.PLANNING, {"reason": None, "explanation": "", "author": None, "notified": ()}, None),
        (CycleState.ACTIVE, {"reason": None}, "reason"),
        (CycleState.ACTIVE, {"explanation": "  "}, "explanation"),
        (CycleState.ACTIVE, {"author": None}, "author"),
        (CycleState.ACTIVE, {"notified": ()}, "notified"),
        (CycleState.CLOSED, {}, "target"),
    ],
)
def test_a_running_promise_is_not_changed_in_silence(state, over, field):
    """T-20."""
    told = {**FULL, **over}
    author = told.pop("author")
    arguments = {"because": Because(**told), "author": author}
    if field is None:
        require_reason(cycle=cycle(state=state), changes=CHANGE, **arguments)
        return
    with pytest.raises(LedgerRefused if state is CycleState.CLOSED else ChangeNeedsReason) as refused:
        require_reason(cycle=cycle(state=state), changes=CHANGE, **arguments)
    assert refused.value.field == field


def test_no_change_needs_no_reason():
    require_reason(cycle=cycle(state=CycleState.CLOSED), changes=(), because=NO_REASON, author=None)


@pytest.mark.parametrize(
    ("change", "is_free"),
    [
        (Change(field="title", old="Shops", new="Weekly shops"), True),
        (Change(field="owner", old=None, new="a"), True),
        (Change(field="owner", old="a", new="b"), False),
        (Change(field="baseline", old=None, new=1.0), False),
        (Change(field="state", old="active", new="cancelled"), False),
    ],
)
def test_new_words_and_a_first_owner_break_no_promise(change, is_free):
    """T-20: what must be explained is what the promise measures and who answers for it."""
    if is_free:
        require_reason(cycle=cycle(state=CycleState.ACTIVE), changes=(change,), because=NO_REASON, author=None)
        return
    with pytest.raises(ChangeNeedsReason, match=change.field):
        require_reason(cycle=cycle(state=CycleState.ACTIVE), changes=(change,), because=NO_REASON, author="a")


def test_a_promise_from_before_bound_fields_were_promised_is_not_called_unsaid():
    """What a promise did not name yet cannot contradict it; what it names must hold."""
    row = key_result(tracker=Tracker(field_id="customfield_1"))
    whole = created(row)
    old = replace(whole, changes=tuple(each for each in whole.changes if each.field != "tracker_field_id"))
    other = replace(row, tracker=Tracker(field_id="customfield_2"))
    assert unsaid(entries=[old], key_results=[row]) == unsaid(entries=[old], key_results=[other]) == ()
    assert [each.fields for each in unsaid(entries=[whole], key_results=[other])] == [("tracker_field_id",)]
    promise = replay(entries=[old])["k"]
    assert as_promised(key_result=other, promise=promise).tracker.field_id == "customfield_2"
