"""One number counted twice or pulled both ways, tension, sharing, overload, likeness. Source: requirements 2.5; O-11, T-10."""

import pytest

from service.domain.challenge import FAMILIES
from service.domain.model import Direction, KeyResult, Objective, Tracker, TrackerKind
from service.domain.synthesis import Kind
from service.domain.synthesis.tensions import TENSIONS
from tests.unit.synthesis.plan import OBJECTIVES, counting, key_result, of_kind, plans, work

NAMES = {"story points": "customfield_10016", "points (old name)": "customfield_10016"}
FALL = {"direction": Direction.DECREASE, "baseline": 100.0, "target": 0.0}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (counting("project = S AND type = Bug"), counting("issuetype in (bug) AND project = s", method="count")),
        (counting('"Story points" > 3'), counting('"Points (old name)" > 3')),
        (counting("cf[10016] > 3 AND project = S"), counting('project = S AND "story points" > 3.0')),
        (
            counting("project = S", method="sum", jql_field="customfield_10016"),
            counting("project = S", method="sum", jql_field="Story points"),
        ),
        (
            Tracker(issue_id="7", issue_field_id="customfield_1"),
            Tracker(issue_id="7", issue_field_id="customfield_1", slot=2),
        ),
    ],
)
def test_renaming_a_field_or_reordering_terms_hides_no_double_count(one: Tracker, other: Tracker) -> None:
    """2.5, *Tests*."""
    given = plans(key_result("k", "a", tracker=one), key_result("l", "b", tracker=other), field_ids=NAMES)
    (found,) = of_kind(Kind.DOUBLE_COUNT, given)
    assert found.key_result_ids == ("k", "l")
    assert (found.team_id, found.other_team_id) == ("a", "b")


ONE = counting("project = S")


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (Kind.DOUBLE_COUNT, key_result("k", "a", tracker=ONE), key_result("l", "a", tracker=ONE)),
        (Kind.DOUBLE_COUNT, key_result("k", "a", tracker=ONE), key_result("l", "b", tracker=ONE, baseline=50.0)),
        (Kind.OPPOSED, key_result("k", "a", tracker=ONE), key_result("l", "b", tracker=ONE, **FALL)),
        (
            Kind.OPPOSED,
            key_result("k", "a", tracker=ONE, direction=Direction.STAY_ABOVE, target=20.0),
            key_result("l", "b", tracker=ONE, direction=Direction.STAY_BELOW, target=10.0),
        ),
        (
            None,
            key_result("k", "a", tracker=ONE, direction=Direction.STAY_ABOVE, target=10.0),
            key_result("l", "b", tracker=ONE, direction=Direction.STAY_BELOW, target=20.0),
        ),
        (
            None,
            key_result("k", "a", tracker=ONE, target=50.0),
            key_result("l", "b", tracker=ONE, baseline=50.0),
        ),
        (None, key_result("k", "a", tracker=ONE), key_result("l", "b", tracker=counting("project = S2"))),
        (
            None,
            key_result("k", "a", tracker=ONE),
            key_result("l", "b", tracker=counting("project = S", jql_denominator="type = Bug", method="share")),
        ),
        (None, key_result("k", "a", tracker=Tracker(slot=1)), key_result("l", "b", tracker=Tracker(slot=1))),
        (
            None,
            key_result("k", "a", tracker=Tracker(kind=TrackerKind.MANUAL)),
            key_result("l", "b", tracker=Tracker(kind=TrackerKind.MANUAL)),
        ),
    ],
)
def test_two_key_results_on_one_number(kind: Kind | None, one: KeyResult, other: KeyResult) -> None:
    given = plans(one, other)
    found = of_kind(Kind.DOUBLE_COUNT, given) + of_kind(Kind.OPPOSED, given)
    assert [each.kind for each in found] == ([] if kind is None else [kind])


def test_key_results_on_the_same_initiatives_count_twice() -> None:
    share = Tracker(kind=TrackerKind.INITIATIVES)
    links = "k:A-1 k:A-2 l:A-2 l:A-1"
    works = (work("A-1"), work("A-2"))
    given = plans(key_result("k", "a", tracker=share), key_result("l", "b", tracker=share), works=works, links=links)
    assert len(of_kind(Kind.DOUBLE_COUNT, given)) == 1


def test_a_pair_of_the_library_is_a_tension_between_teams_only() -> None:
    """2.5: deployment frequency ↑ with change-failure ↓."""
    often = {"title": "Increase deployment frequency from 10 to 20 a week", "baseline": 10.0, "target": 20.0}
    safely = {"title": "Reduce change failure rate from 20 % to 10 %", "unit": "%", **FALL}
    (found,) = of_kind(Kind.TENSION, plans(key_result("k", "a", **often), key_result("l", "b", **safely)))
    assert found.severity == "info"
    assert not of_kind(Kind.TENSION, plans(key_result("k", "a", **often), key_result("l", "a", **safely)))
    rarely = often | {"direction": Direction.DECREASE, "baseline": 20.0, "target": 10.0}
    assert not of_kind(Kind.TENSION, plans(key_result("k", "a", **rarely), key_result("l", "b", **safely)))


def test_every_tension_names_families_the_library_has() -> None:
    assert {family for pair in TENSIONS for family, _ in pair} <= set(FAMILIES)
    assert all(len(pair) == 2 for pair in TENSIONS)


def test_an_initiative_of_two_teams_is_shared_one_of_one_team_is_not() -> None:
    results = (key_result("k", "a"), key_result("l", "b"), key_result("m", "a"))
    given = plans(*results, works=(work("A-1"), work("A-2")), links="k:A-1 l:A-1 k:A-2 m:A-2")
    (found,) = of_kind(Kind.SHARED_INITIATIVE, given)
    assert (found.issue_id, found.team_id, found.other_team_id) == ("A-1", "b", "a")


def test_an_owner_of_more_than_allowed_is_overloaded_and_not_named() -> None:
    """T-10c; names and account ids stay out of messages."""
    five = [key_result(f"k{n}", "ab"[n % 2], owner="account-1") for n in range(5)]
    assert not of_kind(Kind.OVERLOAD, plans(*five))
    (found,) = of_kind(Kind.OVERLOAD, plans(*five, key_result("k5", "a", owner="account-1")))
    assert len(found.key_result_ids) == 6
    assert "account-1" not in found.message + found.id


@pytest.mark.parametrize(
    ("title", "other", "alike"),
    [
        ("Delight returning shoppers at checkout", "Returning shoppers are delighted by the checkout", True),
        ("Internationalisation of the storefront", "Internationalization of the store-front", True),
        ("Delight returning shoppers at checkout", "Delight suppliers at month end", False),
        ("Delight returning shoppers at checkout", "Close the books without overtime", False),
    ],
)
def test_objectives_of_two_teams_that_read_alike(title: str, other: str, alike: bool) -> None:
    """T-10b: two teams on the same outcome; the finding says by which measure."""
    pair = tuple(
        Objective(id=f"x{team}", cycle_id="c", team_id=team, title=said) for team, said in (("a", title), ("b", other))
    )
    found = of_kind(Kind.NEAR_DUPLICATE, plans(objectives=(*OBJECTIVES, *pair)))
    assert [each.objective_ids for each in found] == ([("xa", "xb")] if alike else [])
    assert all("shared" in each.measure for each in found)


def test_an_objective_and_its_parent_may_read_alike() -> None:
    parent = Objective(id="p", cycle_id="c", team_id="a", title="Shoppers love the checkout")
    child = Objective(id="q", cycle_id="c", team_id="b", title="Shoppers love the checkout", parent_id="p")
    assert not of_kind(Kind.NEAR_DUPLICATE, plans(objectives=(*OBJECTIVES, parent, child)))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            {"direction": Direction.RATIO},
            {"direction": Direction.RATIO, "baseline": 20.0, "target": 10.0},
            Kind.OPPOSED,
        ),
        ({"direction": Direction.RATIO, "target": None}, {}, None),
        ({"direction": Direction.RATIO, "target": 0.0}, {}, None),
        ({"direction": Direction.BETWEEN, "lower": 1.0, "upper": 2.0}, {}, None),
        ({"target": None}, FALL, Kind.OPPOSED),
        (
            {"direction": Direction.STAY_ABOVE, "target": 20.0},
            {"direction": Direction.STAY_ABOVE, "target": 10.0},
            Kind.DOUBLE_COUNT,
        ),
    ],
    ids=["ratios apart", "no target", "no way", "band", "no target to agree on", "two floors"],
)
def test_which_way_a_number_is_wanted_decides(
    one: dict[str, object], other: dict[str, object], kind: Kind | None
) -> None:
    given = plans(key_result("k", "a", tracker=ONE, **one), key_result("l", "b", tracker=ONE, **other))
    found = of_kind(Kind.DOUBLE_COUNT, given) + of_kind(Kind.OPPOSED, given)
    assert [each.kind for each in found] == ([] if kind is None else [kind])


def test_a_query_that_is_no_jql_is_nobodys_double() -> None:
    broken = counting("project = ")
    given = plans(key_result("k", "a", tracker=broken), key_result("l", "b", tracker=broken))
    assert not of_kind(Kind.DOUBLE_COUNT, given)


def test_a_tension_that_was_accepted_or_reads_one_number_is_none() -> None:
    often = {"title": "Increase deployment frequency from 10 to 20 a week", "baseline": 10.0, "target": 20.0}
    safely = {"title": "Reduce change failure rate from 20 % to 10 %", "unit": "%", **FALL}
    pair = key_result("k", "a", **often), key_result("l", "b", **safely)
    (found,) = of_kind(Kind.TENSION, plans(*pair))
    assert not of_kind(Kind.TENSION, plans(*pair, accepted=frozenset({found.id})))
    same = key_result("k", "a", tracker=ONE, **often), key_result("l", "b", tracker=ONE, **safely)
    assert not of_kind(Kind.TENSION, plans(*same))
    assert of_kind(Kind.OPPOSED, plans(*same)), "that is another finding"
