"""Suggested groups of notes: the same for the same notes in whatever order they came. Source: W-04."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.room.grouping import grouped
from service.domain.room.grouping.words import meaning, stem

NOTES = {
    "n1": "Nobody waits more than an hour for an answer",
    "n2": "Every ticket is answered on the day it comes",
    "n3": "The hotline lets callers wait",
    "n4": "Sending a parcel back is a chore",
    "n5": "Print no return labels any more",
    "n6": "Mornings without meetings",
    "n7": "Half as many meetings",
    "n8": "Plant a tree",
}
WORDS = st.lists(
    st.sampled_from(
        ["wait", "answer", "parcel", "return", "meeting", "Kunden", "warten", "clientes", "tree", "the", "ß", "1"]
    ),
    max_size=6,
).map(" ".join)


def test_what_speaks_of_one_thing_is_grouped_and_the_rest_is_left_alone() -> None:
    """W-04: a suggested grouping, named by the notes' own words; what is like nothing else is not forced in."""
    groups = {frozenset(group.note_ids): group.name for group in grouped(NOTES)}
    assert frozenset({"n6", "n7"}) in groups
    assert groups[frozenset({"n6", "n7"})] == "Meetings"
    together = next(ids for ids in groups if "n1" in ids)
    assert "n3" in together
    assert together.isdisjoint({"n6", "n7", "n8"})
    assert all("n8" not in ids for ids in groups)


def test_the_same_thought_in_three_languages_is_one_group() -> None:
    notes = {
        "en": "Customers wait for days",
        "de": "Kunden warten tagelang",
        "es": "Los clientes esperan días",
        "other": "Repaint the canteen",
    }
    (group,) = grouped(notes)
    assert set(group.note_ids) == {"en", "de", "es"}


def test_a_german_compound_is_near_its_parts() -> None:
    (group,) = grouped({"a": "Lagerbestand senken", "b": "Bestand im Lager zählen", "c": "Mehr Hunde im Büro"})
    assert set(group.note_ids) == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"), [("meetings", "meeting"), ("prüfungen", "prüfung"), ("reuniones", "reunion"), ("app", "app")]
)
def test_endings_do_not_count(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_of_one_meaning_share_its_number() -> None:
    assert meaning("kundin") == meaning("clientes") == meaning("customers")
    assert meaning("kundin") != meaning("warten")
    assert meaning("zebra") is None


@settings(max_examples=60)
@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=4), WORDS, max_size=12), st.randoms(use_true_random=False)
)
def test_the_order_of_notes_never_shows_and_no_note_is_in_two_groups(notes: dict[str, str], chance: object) -> None:
    shuffled = list(notes.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    groups = grouped(dict(shuffled))
    assert groups == grouped(notes)
    members = [note_id for group in groups for note_id in group.note_ids]
    assert len(members) == len(set(members))
    assert set(members) <= set(notes)
    assert all(len(group.note_ids) > 1 and group.name for group in groups)
    names = [group.name for group in groups]
    assert len(names) == len(set(names))
