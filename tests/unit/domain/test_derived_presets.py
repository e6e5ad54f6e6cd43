"""An admin's own preset, and choices that never rewrite the past. Source: requirements 1.6."""

from dataclasses import replace

import pytest

from service.domain.board.build import build_board
from service.domain.presets import PRESETS, Band, ConfidencePolicy, Limits, PresetUnknown, preset
from service.domain.presets.derive import PresetChoice, PresetInvalid, chosen, derive
from tests.unit.domain.make import at, cycle, objective, team

BASE = PRESETS["oboard"]


def own(**changes):
    return derive(base=BASE, key="ours", name="Ours", changes=changes)


def test_a_changed_value_says_that_it_was_chosen():
    found = own(good_score=0.8, checkin_days=14)
    assert (found.good_score, found.checkin_days, found.key, found.derived_from) == (0.8, 14, "ours", "oboard")
    assert "chosen on this site" in found.sources["good_score"]
    assert found.sources["output_kr"] == BASE.sources["output_kr"]
    assert BASE.good_score == 0.7


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"colour": "blue"}, "colour"),
        ({"key": "oboard"}, "key"),
        ({"sources": {}}, "sources"),
        ({"key_results": Limits(minimum=5, maximum=3)}, "key_results"),
        ({"team_objectives": Limits(minimum=-1)}, "team_objectives"),
        ({"good_score": 1.1}, "good_score"),
        ({"moonshot_p": -0.1}, "moonshot_p"),
        ({"checkin_days": 0}, "checkin_days"),
        ({"outdated_after_days": 0}, "outdated_after_days"),
        ({"waivers_per_objective": -1}, "waivers_per_objective"),
        ({"status_rule": replace(BASE.status_rule, behind=0.9)}, "status_rule"),
        ({"score_bands": ()}, "score_bands"),
        ({"score_bands": (Band(lower=0.1, name="a"),)}, "score_bands"),
        ({"score_bands": (Band(lower=0, name="a"), Band(lower=0, name="b"))}, "score_bands"),
        ({"score_bands": (Band(lower=0, name="a"), Band(lower=1.5, name="b"))}, "score_bands"),
        ({"confidence": ConfidencePolicy(aim_low=0.8, aim_high=0.6)}, "confidence"),
        ({"confidence": ConfidencePolicy(wish=-0.1)}, "confidence"),
    ],
)
def test_a_preset_that_contradicts_itself_is_refused(changes, field):
    with pytest.raises(PresetInvalid) as refused:
        own(**changes)
    assert refused.value.field == field


def test_a_site_may_look_up_its_own():
    derived = {"ours": own(good_score=0.8)}
    assert preset("ours", derived=derived).good_score == 0.8
    assert preset("google", derived=derived) is PRESETS["google"]
    with pytest.raises(PresetUnknown, match="ours"):
        preset("theirs", derived=derived)


def test_a_board_uses_it():
    found = build_board(
        cycle=cycle(),
        teams=[team(preset="ours")],
        objectives=[objective()],
        key_results=[],
        checkins=[],
        issues=[],
        initiatives=[],
        now=at(2, 1),
        derived_presets={"ours": own()},
        site_preset=BASE,
    )
    assert len(found.objectives()) == 1


def test_a_later_choice_does_not_change_what_was_planned_by():
    choices = [
        PresetChoice(team_id="t", preset="google", since=at(1, 1)),
        PresetChoice(team_id="t", preset="oboard", since=at(3, 1)),
        PresetChoice(team_id="x", preset="methodiq", since=at(1, 1)),
    ]
    assert chosen(choices=choices, team_id="t", at=at(2, 1)) == "google"
    assert chosen(choices=choices, team_id="t", at=at(3, 1)) == "oboard"
    assert chosen(choices=choices, team_id="y", at=at(3, 1)) is None
