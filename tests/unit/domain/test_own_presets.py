"""A site's own doctrines as data, by which one a team planned when, and what teams said last. Source: 1.6, T-02."""

import json
from dataclasses import replace

import pytest

from service.domain.ledger import Change, Entry, EntryKind, Unsaid, changes_between, promise_of, unsaid
from service.domain.model import KeyResultState
from service.domain.presets import PRESETS, Limits, OutputPolicy, PresetUnknown
from service.domain.presets.derive import PresetInvalid
from service.domain.presets.history import site_preset_as_of, teams_as_of
from service.domain.presets.own import OwnPreset, PresetKeyTaken, derived_presets, preset_data, require_sound
from service.domain.retrospective import Question, Retrospective, last_look_back
from tests.unit.domain.make import ENDS_ON, STARTS_ON, at, cycle, key_result, team


def own(changes=None, **over):
    return OwnPreset(
        **{
            "key": "ours",
            "base": "google",
            "name": "Ours",
            "author": "a",
            "at": at(1, 1),
            "changes": changes or {},
            **over,
        }
    )


@pytest.mark.parametrize("known", list(PRESETS.values()), ids=list(PRESETS))
def test_every_doctrine_can_be_told_as_data_and_taken_back(known):
    """What `GET /presets` shows is what deriving takes."""
    data = json.loads(json.dumps(preset_data(of=known)))
    changes = {name: value for name, value in data.items() if name not in ("key", "name", "sources", "derived_from")}
    again = require_sound(own=own(changes, base="oboard"), others=())
    same = replace(again, key=known.key, name=known.name, sources=known.sources, derived_from=None)
    assert same == known


def test_a_preset_may_build_on_another_one():
    first = own({"good_score": 1, "output_kr": "waiver"})
    second = own({"key_results": {"minimum": 1, "maximum": 2}, "session_minutes": None}, key="mine", base="ours")
    found = derived_presets(own=(first, second))
    assert (found["ours"].good_score, found["ours"].output_kr) == (1.0, OutputPolicy.WAIVER)
    assert (found["mine"].good_score, found["mine"].key_results) == (1.0, Limits(minimum=1, maximum=2))
    assert found["mine"].session_minutes is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"checkin_days": "seven"}, "checkin_days"),
        ({"number_required": 1}, "number_required"),
        ({"good_score": True}, "good_score"),
        ({"output_kr": "sometimes"}, "output_kr"),
        ({"plan_window_days": [1]}, "plan_window_days"),
        ({"score_bands": "google"}, "score_bands"),
        ({"key_results": {"least": 1}}, "key_results"),
        ({"key_results": 3}, "key_results"),
        ({"sources": {}}, "sources"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_value_of_another_shape_is_named(changes, field):
    with pytest.raises(PresetInvalid) as refused:
        require_sound(own=own(changes), others=())
    assert refused.value.field == field


@pytest.mark.parametrize("key", ["google", "ours"])
def test_a_key_is_used_once(key):
    with pytest.raises(PresetKeyTaken, match=key):
        require_sound(own=own(key=key), others=(own(),))


def test_the_base_must_exist():
    with pytest.raises(PresetUnknown):
        require_sound(own=own(base="nowhere"), others=())


def chose(old, new, when):
    change = Change(field="preset", old=old, new=new)
    return Entry(at=when, kind=EntryKind.PRESET_CHOSEN, subject_id="t", changes=(change,))


ENTRIES = (
    Entry(at=at(1, 1), kind=EntryKind.CYCLE_MOVED, subject_id="c"),
    chose(None, "google", at(2, 1)),
    chose("google", "oboard", at(3, 1)),
)


@pytest.mark.parametrize(("when", "planned_by"), [(at(1, 15), "methodiq"), (at(2, 1), "google"), (at(4, 1), "oboard")])
def test_a_later_choice_never_rewrites_the_past(when, planned_by):
    teams = (team(preset="oboard"), team(id="u", preset="google"), team(id="v"))
    found = teams_as_of(teams=teams, entries=ENTRIES, at=when, site_preset="methodiq")
    assert [each.preset for each in found] == [planned_by, "google", None]


@pytest.mark.parametrize(("when", "planned_by"), [(at(1, 15), "methodiq"), (at(2, 1), "google"), (at(4, 1), "oboard")])
def test_nor_does_the_sites(when, planned_by):
    entries = (chose("methodiq", "google", at(2, 1)), chose("google", "oboard", at(3, 1)))
    assert site_preset_as_of(site_id="t", preset="oboard", entries=entries, at=when) == planned_by
    assert site_preset_as_of(site_id="never chose", preset="oboard", entries=ENTRIES, at=when) == "oboard"


def said(cycle_id, team_id):
    return Retrospective(
        cycle_id=cycle_id, team_id=team_id, answers=dict.fromkeys(Question, "Yes."), author="a", at=at(1, 1)
    )


def test_the_last_cycle_of_each_team_opens_the_next_planning():
    """T-02: of cycles in parallel the one that ended last counts; a coming one does not."""
    old = cycle(id="old", starts_on=STARTS_ON.replace(year=2024), ends_on=ENDS_ON.replace(year=2024))
    last = cycle(id="last", starts_on=STARTS_ON.replace(year=2025), ends_on=ENDS_ON.replace(year=2025))
    coming = cycle(id="coming", starts_on=STARTS_ON.replace(year=2027), ends_on=ENDS_ON.replace(year=2027))
    told = (said("last", "a"), said("old", "a"), said("old", "b"), said("coming", "a"), said("c", "a"))
    found = last_look_back(retrospectives=told, cycles=(old, last, cycle(), coming), cycle=cycle())
    assert [(each.team_id, each.cycle_id) for each in found] == [("a", "last"), ("b", "old")]


def test_what_was_changed_past_the_ledger_is_named():
    row = key_result()
    entry = Entry(
        at=at(1, 1),
        kind=EntryKind.CREATED,
        subject_id="k",
        changes=changes_between(before={}, after=promise_of(key_result=row)),
    )
    gone = replace(row, state=KeyResultState.CANCELLED)
    assert unsaid(entries=(entry,), key_results=(row,)) == ()
    assert unsaid(entries=(entry,), key_results=(replace(row, target=9.0, weight=2.0),)) == (
        Unsaid(key_result_id="k", fields=("target", "weight")),
    )
    assert unsaid(entries=(entry,), key_results=(gone,)) == (Unsaid(key_result_id="k", fields=("state",)),)
    cancelled = Entry(at=at(2, 1), kind=EntryKind.CANCELLED, subject_id="k")
    assert unsaid(entries=(entry, cancelled), key_results=(gone,)) == ()
    assert unsaid(entries=(), key_results=(row,))[0].fields[0] == "title"
