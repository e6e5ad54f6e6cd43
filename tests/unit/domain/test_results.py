"""How a cycle ended: both promises, worked by hand, and the text that is sealed. Source: requirements 2.7, 3.3."""

import json
from dataclasses import replace

import pytest

from service.domain.ledger import Change, Entry, EntryKind, changes_between, promise_of
from service.domain.model import Commitment, CycleState, KeyResultState, ObjectiveState
from service.domain.presets import PRESETS
from service.domain.results import Plan, score_cycle
from service.domain.results_text import results_from_text, results_text, seal_of
from tests.unit.domain.make import at, checkin, cycle, key_result, objective, team

GOOGLE = PRESETS["google"]
BEGUN = Entry(
    at=at(1, 1),
    kind=EntryKind.CYCLE_MOVED,
    subject_id="c",
    changes=(Change(field="state", old="planning", new="active"),),
)


def created(row):
    changes = changes_between(before={}, after=promise_of(key_result=row))
    return Entry(at=at(1, 1), kind=EntryKind.CREATED, subject_id=row.id, changes=changes)


def amended(before, after, when):
    changes = changes_between(before=promise_of(key_result=before), after=promise_of(key_result=after))
    return Entry(at=when, kind=EntryKind.AMENDED, subject_id=after.id, changes=changes)


def cancelled(id_, when):
    return Entry(at=when, kind=EntryKind.CANCELLED, subject_id=id_)


def plan(rows, entries, checkins, objectives=None, teams=None):
    return Plan(
        cycle=cycle(),
        teams=teams or (team(),),
        objectives=objectives or (objective(),),
        key_results=rows,
        checkins=checkins,
        links=(),
        entries=entries,
    )


def scored(given, **over):
    words = {"site_preset": GOOGLE, "derived": {}, "as_of": at(4, 10), **over}
    return score_cycle(plan=given, **words)


def test_a_lowered_target_scores_more_than_was_promised():
    """0 → 100 promised, lowered to 50; 40 reached: 0.4 of the original way, 0.8 of the amended one."""
    first, now = key_result(), key_result(target=50.0)
    given = plan((now,), (BEGUN, created(first), amended(first, now, at(3, 25))), (checkin(value=40.0),))
    found = scored(given)
    (of_team,) = found.teams
    (row,) = of_team.objectives[0].key_results
    assert (row.original, row.amended, row.value, row.band) == (0.4, 0.8, 40.0, "green")
    assert (row.amendments, row.late_edits) == (1, 1)
    assert (of_team.objectives[0].original, of_team.objectives[0].amended) == (0.4, 0.8)
    assert (found.original, found.amended, found.drift.mean, found.late_edits) == (0.4, 0.8, pytest.approx(0.4), 1)


def test_an_edit_while_planning_is_the_promise():
    first, promised = key_result(), key_result(target=50.0)
    begun = replace(BEGUN, at=at(1, 10))
    given = plan((promised,), (created(first), amended(first, promised, at(1, 5)), begun), (checkin(value=40.0),))
    (row,) = scored(given).teams[0].objectives[0].key_results
    assert (row.original, row.amended) == (0.8, 0.8)


def test_what_happens_at_one_instant_keeps_its_order():
    """Instants may be the same on a fast machine; the place in the ledger decides what was promised."""
    first, promised, now = key_result(target=200.0), key_result(target=100.0), key_result(target=50.0)
    entries = (created(first), amended(first, promised, at(1, 1)), BEGUN, amended(promised, now, at(1, 1)))
    (row,) = scored(plan((now,), entries, (checkin(value=40.0),))).teams[0].objectives[0].key_results
    assert (row.original, row.amended) == (0.4, 0.8)


@pytest.mark.parametrize(("when", "original"), [(at(2, 1), 0.2), (at(1, 1), None)])
def test_giving_up_does_not_take_back_what_was_promised(when, original):
    """A key result cancelled in the running cycle leaves the amended mean only; one dropped while planning leaves both."""
    kept, gone = key_result(), key_result(id="g", state=KeyResultState.CANCELLED)
    begun = replace(BEGUN, at=at(1, 10))
    entries = sorted((created(kept), created(gone), begun, cancelled("g", when)), key=lambda each: each.at)
    given = plan((kept, gone), entries, (checkin(value=60.0), checkin(id="y", key_result_id="g", value=20.0)))
    found = scored(given)
    rows = {each.key_result_id: each for each in found.teams[0].objectives[0].key_results}
    assert (rows["g"].original, rows["g"].amended, rows["g"].is_cancelled) == (original, None, True)
    assert found.amended == 0.6
    assert found.original == (0.4 if original is not None else 0.6)


def test_a_cancelled_objective_still_counts_where_it_was_promised():
    row = key_result()
    gone = objective(state=ObjectiveState.CANCELLED)
    entries = (BEGUN, created(row), cancelled("o", at(2, 1)))
    (of_team,) = scored(plan((row,), entries, (checkin(value=60.0),), objectives=(gone,))).teams
    assert (of_team.objectives[0].original, of_team.objectives[0].amended, of_team.objectives[0].band) == (
        0.6,
        None,
        None,
    )
    never = scored(plan((row,), (BEGUN, created(row)), (checkin(value=60.0),), objectives=(gone,)))
    assert never.teams[0].objectives[0].original is None


def test_what_the_ledger_does_not_know_is_scored_as_it_stands():
    found = scored(plan((key_result(),), (), (checkin(value=60.0),)))
    assert (found.original, found.amended) == (0.6, 0.6)


def test_every_team_is_judged_by_its_own_doctrine():
    teams = (team(), team(id="u", name="Shops", preset="seed5_generic"), team(id="v", name="Idle"))
    objectives = (objective(), objective(id="p", team_id="u"))
    rows = (key_result(), key_result(id="l", objective_id="p", commitment=Commitment.MOONSHOT))
    values = (checkin(value=50.0), checkin(id="y", key_result_id="l", value=50.0))
    found = scored(plan(rows, (), values, objectives, teams))
    assert [(each.name, each.preset, each.objectives[0].band) for each in found.teams] == [
        ("Payments", "google", "yellow"),
        ("Shops", "seed5_generic", "short"),
    ]
    assert found.teams[1].classes[0].commitment is Commitment.MOONSHOT


def test_the_sealed_text_says_the_same_results_again():
    first, now = key_result(commitment=Commitment.COMMITTED), key_result(target=50.0, commitment=Commitment.COMMITTED)
    found = scored(plan((now,), (BEGUN, created(first), amended(first, now, at(3, 25))), (checkin(value=40.0),)))
    text = results_text(results=found)
    assert results_from_text(text=text) == found
    assert results_text(results=results_from_text(text=text)) == text
    assert json.loads(text)["cycle_id"] == "c"
    assert seal_of(text=text) != seal_of(text=text.replace("0.4", "0.5"))


def test_only_what_a_result_holds_can_be_sealed():
    found = scored(plan((key_result(),), (), ()))
    with pytest.raises(TypeError, match="object"):
        results_text(results=replace(found, cycle_id=object()))


def test_a_cycle_that_goes_on_is_no_beginning():
    """Only the step to active is when the promise began."""
    ended = replace(BEGUN, at=at(4, 10), changes=(Change(field="state", old="active", new=CycleState.REVIEW),))
    first, now = key_result(), key_result(target=50.0)
    given = plan((now,), (created(first), amended(first, now, at(2, 1)), ended), (checkin(value=40.0),))
    assert scored(given).original == 0.4
