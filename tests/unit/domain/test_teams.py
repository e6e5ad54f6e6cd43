"""Teams: one name each, and nobody stands above themselves."""

import pytest

from service.domain.presets import PresetUnknown
from service.domain.teams import TeamNameTaken, TeamParentLoop, TeamParentMissing, require_name, require_team
from tests.unit.domain.make import team

COMPANY = team(id="c", name="Company")
UNIT = team(id="u", name="Unit", parent_id="c")
SQUAD = team(id="s", name="Squad", parent_id="u")


def test_a_name_differs_in_more_than_case():
    require_name(team=SQUAD, teams=[COMPANY, UNIT, SQUAD])
    with pytest.raises(TeamNameTaken, match="a team “Unit”") as refused:
        require_name(team=team(id="n", name="uNIT"), teams=[COMPANY, UNIT])
    assert (refused.value.field, refused.value.status) == ("name", 409)


def test_a_parent_is_a_team_of_the_site():
    require_team(team=SQUAD, teams=[COMPANY, UNIT])
    with pytest.raises(TeamParentMissing) as refused:
        require_team(team=SQUAD, teams=[COMPANY])
    assert refused.value.field == "parent_id"


def test_a_loop_is_named_from_end_to_end():
    turned = team(id="c", name="Company", parent_id="s")
    with pytest.raises(TeamParentLoop, match="Company → Squad → Unit → Company"):
        require_team(team=turned, teams=[COMPANY, UNIT, SQUAD])


def test_a_loop_above_the_team_that_a_file_brought_does_not_hang():
    one, two = team(id="1", name="One", parent_id="2"), team(id="2", name="Two", parent_id="1")
    require_team(team=team(id="3", name="Three", parent_id="1"), teams=[one, two])


def test_a_preset_must_be_known():
    require_team(team=team(preset="google"), teams=[])
    with pytest.raises(PresetUnknown):
        require_team(team=team(preset="gut feeling"), teams=[])
