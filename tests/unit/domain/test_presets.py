"""The doctrines as data: complete, sourced, and different where their sources differ. Source: requirements 1.6."""

from dataclasses import FrozenInstanceError, fields

import pytest

from service.domain.presets import (
    DEFAULT_PRESET,
    PRESETS,
    Cascade,
    OutputPolicy,
    Preset,
    PresetUnknown,
    StatusRollup,
    preset,
)

SEVEN = {"methodiq", "workshop_weaver", "oboard", "okrs_tool", "seed5_generic", "atlassian_play", "google"}
VALUES = {each.name for each in fields(Preset)} - {"key", "name", "sources", "derived_from"}


def test_there_are_seven():
    assert set(PRESETS) == SEVEN
    assert DEFAULT_PRESET in SEVEN


@pytest.mark.parametrize("key", sorted(SEVEN))
def test_every_value_has_its_source(key):
    row = PRESETS[key]
    assert row.key == key
    assert set(row.sources) == VALUES
    assert all(row.sources.values())


@pytest.mark.parametrize("key", sorted(SEVEN))
def test_values_hang_together(key):
    row = PRESETS[key]
    for limits in (row.team_objectives, row.company_objectives, row.key_results):
        known = [each for each in (limits.minimum, limits.advised_max, limits.maximum) if each is not None]
        assert known == sorted(known)
    lowers = [band.lower for band in row.score_bands]
    assert lowers[0] == 0
    assert lowers == sorted(set(lowers))
    assert row.outdated_after_days >= row.checkin_days
    assert 0 < row.good_score < 1


def test_a_preset_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        PRESETS["google"].good_score = 0.1


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("methodiq", "team_objectives.maximum", 3),
        ("methodiq", "key_results.minimum", 3),
        ("methodiq", "key_results.maximum", 5),
        ("methodiq", "number_required", True),
        ("methodiq", "output_kr", OutputPolicy.NEVER),
        ("methodiq", "plan_window_days", (21, 14)),
        ("methodiq", "session_minutes", (90, 120)),
        ("workshop_weaver", "team_objectives.minimum", 2),
        ("workshop_weaver", "team_objectives.maximum", 5),
        ("workshop_weaver", "team_objectives.is_hard", True),
        ("workshop_weaver", "confidence.aim_low", 0.6),
        ("workshop_weaver", "confidence.too_easy", 0.7),
        ("workshop_weaver", "cascade", Cascade.FORBID),
        ("oboard", "output_kr", OutputPolicy.WAIVER),
        ("oboard", "status_rollup", StatusRollup.PROGRESS),
        ("okrs_tool", "team_objectives.advised_max", 2),
        ("okrs_tool", "team_objectives.maximum", 3),
        ("okrs_tool", "key_results.advised_max", 3),
        ("okrs_tool", "key_results.maximum", 4),
        ("okrs_tool", "checkin_days", 7),
        ("okrs_tool", "outdated_after_days", 14),
        ("seed5_generic", "output_kr", OutputPolicy.ALLOWED),
        ("seed5_generic", "confidence.scale", "unit"),
        ("seed5_generic", "checkin_days", 14),
        ("atlassian_play", "key_results.minimum", 3),
        ("google", "team_objectives.maximum", 5),
        ("google", "key_results.maximum", 4),
        ("google", "number_required", False),
    ],
)
def test_what_the_sources_say(key, name, value):
    found = PRESETS[key]
    for part in name.split("."):
        found = getattr(found, part)
    assert found == value


def test_an_unknown_preset_is_refused_with_the_known_ones():
    with pytest.raises(PresetUnknown, match="methodiq, oboard") as refused:
        preset("scrum")
    assert refused.value.field == "preset"
    assert preset("oboard") is PRESETS["oboard"]
