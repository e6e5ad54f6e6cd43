"""The flip list: its edits flip, and no fewer would. Source: requirements 2.1 Tests."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.model import Commitment
from service.domain.presets import PRESETS
from service.domain.second_opinion import (
    DraftKeyResult,
    DraftObjective,
    DraftSet,
    Edit,
    EditKind,
    apply,
    flip,
    opinion,
)
from tests.unit.second_opinion.test_matrix import AIMS, S4_EXAMPLE_2, TEXTS, good_set, key_result, with_key_result

ALL = tuple(PRESETS.values())


def passes(draft: DraftSet, presets=ALL) -> bool:
    return bool(draft.objectives) and all(opinion(draft=draft, preset=preset).passes for preset in presets)


def test_what_passes_needs_no_edit():
    found = flip(draft=good_set(), presets=ALL)
    assert found.edits == ()
    assert found.words == "It passes as it stands."


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (key_result("k00", TEXTS[0], owner=None), EditKind.ADD_OWNER),
        (key_result("k00", TEXTS[0], confidence=None), EditKind.STATE_CONFIDENCE),
        (key_result("k00", TEXTS[0], confidence=0.85), EditKind.MARK_COMMITTED),
        (key_result("k00", TEXTS[0], confidence=0.0), EditKind.MARK_MOONSHOT),
        (key_result("k00", "Launch the new website"), EditKind.DROP_KEY_RESULT),
    ],
    ids=lambda value: str(value) if isinstance(value, EditKind) else "",
)
def test_the_gentlest_single_edit_is_found(row, kind):
    found = flip(draft=with_key_result(good_set(), row), presets=ALL)
    assert found.edits == (Edit(kind=kind, subject_id="k00"),)
    assert found.words.startswith("One edit: ")
    assert row.text in found.words


def test_a_waiver_does_where_waivers_are_known():
    """O-10 under oboard alone."""
    row = key_result("k00", "Set up Google Console to collect blog performance data")
    found = flip(draft=with_key_result(good_set(), row), presets=(PRESETS["oboard"],))
    assert found.edits == (Edit(kind=EditKind.REQUEST_WAIVER, subject_id="k00"),)


def test_the_example_of_s4_is_flipped_by_dropping_its_launch():
    found = flip(draft=S4_EXAMPLE_2, presets=ALL)
    assert found.edits == (Edit(kind=EditKind.DROP_KEY_RESULT, subject_id="k1"),)


def test_a_bare_objective_asks_for_a_key_result():
    """W-06: writing one is gentler than giving the objective up; a second one is not asked for."""
    draft = good_set()
    bare = replace(draft, objectives=(replace(draft.objectives[0], key_results=()), *draft.objectives[1:]))
    found = flip(draft=bare, presets=ALL)
    assert found.edits == (Edit(kind=EditKind.WRITE_KEY_RESULT, subject_id="o0"),)
    assert found.words == f"One edit: write a key result for “{AIMS[0]}”, with a number and an owner."
    edited = apply(edit=found.edits[0], draft=bare)
    assert [len(each.key_results) for each in edited.objectives] == [1, 3]


def test_too_many_objectives_are_answered_by_dropping_one():
    found = flip(draft=good_set(4), presets=ALL)
    assert [edit.kind for edit in found.edits] == [EditKind.DROP_OBJECTIVE]


def test_four_faults_are_more_than_three_edits():
    draft = good_set()
    for place in range(3):
        draft = with_key_result(draft, key_result(f"k0{place}", TEXTS[place], owner=None))
    second = draft.objectives[1]
    bare = replace(second, key_results=tuple(replace(row, owner=None) for row in second.key_results))
    assert flip(draft=replace(draft, objectives=(draft.objectives[0], bare)), presets=ALL) is None
    assert flip(draft=DraftSet(), presets=ALL) is None


ROWS = st.builds(
    DraftKeyResult,
    id=st.just(""),
    text=st.sampled_from([*TEXTS * 4, "Launch the new website", "Maintain 99.9% uptime", "Set up Google Console"]),
    owner=st.sampled_from([*"aaaaaaaa", None]),
    confidence=st.sampled_from([*[0.65] * 9, 0.9, None, 0.0]),
    commitment=st.sampled_from([None, None, *Commitment]),
    is_waived=st.sampled_from([*[False] * 9, True]),
)
SETS = st.lists(
    st.tuples(
        st.sampled_from([*AIMS * 3, "Deliver excellence"]),
        st.sampled_from([*"aaaaaa", None]),
        st.lists(ROWS, min_size=0, max_size=3),
    ),
    min_size=1,
    max_size=4,
).map(
    lambda rows: DraftSet(
        objectives=tuple(
            DraftObjective(
                id=f"o{index}",
                text=text,
                owner=owner,
                key_results=tuple(replace(row, id=f"k{index}{place}") for place, row in enumerate(inside)),
            )
            for index, (text, owner, inside) in enumerate(rows)
        )
    )
)
SOME = st.lists(st.sampled_from(ALL), min_size=1, max_size=7, unique_by=lambda preset: preset.key)


@settings(max_examples=60, deadline=None)
@given(SETS, SOME)
def test_the_edits_flip_every_preset_named(draft, presets):
    found = flip(draft=draft, presets=presets)
    if found is None:
        return
    edited = draft
    for edit in found.edits:
        edited = apply(edit=edit, draft=edited)
    assert passes(edited, presets)
    assert len(found.edits) <= 3


@settings(max_examples=25, deadline=None)
@given(SETS, SOME)
def test_no_smaller_list_of_any_edits_would_do(draft, presets):
    """Against brute force over all edits there are, up to one."""
    found = flip(draft=draft, presets=presets, most=2)
    ids = [row.id for row in (*draft.objectives, *draft.key_results())]
    every = [Edit(kind=kind, subject_id=id) for kind, id in itertools.product(EditKind, ids)]
    one_does = any(passes(apply(edit=edit, draft=draft), presets) for edit in every)
    if passes(draft, presets):
        assert found is not None
        assert found.edits == ()
    elif one_does:
        assert found is not None
        assert len(found.edits) == 1
    elif found is not None:
        assert len(found.edits) == 2
