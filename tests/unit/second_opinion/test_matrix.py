"""One draft under seven doctrines. Source: requirements 2.1 Tests, 1.6, 4.3."""

from dataclasses import replace

import pytest

from service.domain.model import Commitment, TeamKind
from service.domain.presets import PRESETS
from service.domain.second_opinion import (
    DraftKeyResult,
    DraftObjective,
    DraftSet,
    disagreements,
    dissents,
    opinions,
)

TEXTS = (
    "Reduce customer churn from 5% to 3%",
    "Raise NPS from 45 to 60",
    "Cut first response time from 6 h to 2 h",
)
AIMS = (
    "Make our customers stay because support helps them at once",
    "Win the trust of hospitals in preventive care",
    "Let every new team ship safely in its first week",
    "Become the first choice of nurses in rural clinics",
)


def key_result(id: str, text: str, **more: object) -> DraftKeyResult:
    known = {"owner": "a", "confidence": 0.65, **more}
    return DraftKeyResult(id=id, text=text, **known)


def good_set(number: int = 2) -> DraftSet:
    """Objectives with three good key results each, everything said that any doctrine asks for."""
    return DraftSet(
        objectives=tuple(
            DraftObjective(
                id=f"o{index}",
                text=AIMS[index],
                owner="a",
                key_results=tuple(key_result(f"k{index}{place}", text) for place, text in enumerate(TEXTS)),
            )
            for index in range(number)
        )
    )


def with_key_result(draft: DraftSet, row: DraftKeyResult) -> DraftSet:
    first = draft.objectives[0]
    rows = tuple(row if each.id == row.id else each for each in first.key_results)
    return replace(draft, objectives=(replace(first, key_results=rows), *draft.objectives[1:]))


S4_EXAMPLE_2 = DraftSet(
    objectives=(
        DraftObjective(
            id="o",
            text="Expand our presence in Southeast Asia.",
            owner="a",
            key_results=(
                key_result("k1", "Launch localized website version in three target countries by end of Q2."),
                key_result("k2", "Gain 5,000 new qualified leads through regional marketing campaigns in the quarter."),
                key_result(
                    "k3",
                    "Establish partnerships with at least five local influencers or agencies with cumulative reach 150,000+.",
                ),
            ),
        ),
    )
)


def verdicts(draft: DraftSet) -> dict[str, bool]:
    return {each.preset: each.passes for each in opinions(draft=draft, presets=PRESETS.values())}


def failing(draft: DraftSet) -> set[str]:
    return {preset for preset, passes in verdicts(draft).items() if not passes}


def test_a_good_set_passes_everybody():
    found = opinions(draft=good_set(), presets=PRESETS.values())
    assert [each.words for each in found if not each.passes] == []
    assert len(found) == 7


def test_the_example_of_s4_passes_its_own_doctrine_and_fails_methodiq_as_a_task():
    """G-06 against M-18: the number is there, the output is what Methodiq minds."""
    by_preset = {each.preset: each for each in opinions(draft=S4_EXAMPLE_2, presets=PRESETS.values())}
    assert by_preset["seed5_generic"].passes
    assert [(each.rule, each.subject_id) for each in by_preset["methodiq"].hard] == [("kr.task", "k1")]
    assert "M-18" in by_preset["methodiq"].hard[0].source
    assert "kr.task" in by_preset["methodiq"].words


def test_four_objectives_part_the_doctrines():
    """W-05 allows five, M-13 and T-07 three."""
    found = failing(good_set(4))
    assert "workshop_weaver" not in found
    assert {"methodiq", "okrs_tool"} <= found


def test_confidence_of_85_percent_fails_only_workshop_weaver():
    """W-09: a ceiling on a probability; nobody else has one."""
    draft = with_key_result(good_set(), key_result("k00", TEXTS[0], confidence=0.85))
    assert failing(draft) == {"workshop_weaver"}
    parted = disagreements(opinions=opinions(draft=draft, presets=PRESETS.values()))
    assert [(each.rule, each.subject_id, each.fails) for each in parted] == [
        ("kr.too-easy", "k00", ("workshop_weaver",))
    ]
    assert len(parted[0].passes) == 6


@pytest.mark.parametrize(
    ("confidence", "commitment", "fails"),
    [
        (0.7, None, False),
        (0.71, None, True),
        (1.0, None, True),
        (1.0, Commitment.COMMITTED, False),
        (0.0, None, True),
        (0.0, Commitment.MOONSHOT, False),
        (None, None, True),
    ],
)
def test_confidence_under_workshop_weaver(confidence, commitment, fails):
    """W-09: above 70 % too easy, 0 a wish, missing refused; W-12: the classes are judged apart."""
    row = key_result("k00", TEXTS[0], confidence=confidence, commitment=commitment)
    assert ("workshop_weaver" in failing(with_key_result(good_set(), row))) is fails


def test_an_enabler_stands_where_waivers_are_known():
    """O-10: the Google Console key result passes oboard with a waiver and fails methodiq with or without."""
    row = key_result("k00", "Set up Google Console to collect blog performance data")
    assert {"oboard", "methodiq", "workshop_weaver", "okrs_tool"} <= failing(with_key_result(good_set(), row))
    waived = failing(with_key_result(good_set(), replace(row, is_waived=True)))
    assert "oboard" not in waived
    assert {"methodiq", "workshop_weaver", "okrs_tool"} <= waived


def test_enablers_are_limited():
    """2.9: one an objective, a fifth of the set."""
    draft = good_set()
    for id in ("k00", "k01"):
        text = "Set up Google Console to collect blog performance data"
        draft = with_key_result(draft, key_result(id, text, is_waived=True))
    rules = {
        each.rule for each in {o.preset: o for o in opinions(draft=draft, presets=PRESETS.values())}["oboard"].hard
    }
    assert rules == {"objective.waivers", "set.waivers"}


def test_owners_are_asked_for_as_each_doctrine_does():
    """M-17: every key result; W-10, O-12: objectives too."""
    nobody = with_key_result(good_set(), key_result("k00", TEXTS[0], owner=None))
    assert failing(nobody) == set(PRESETS)
    draft = good_set()
    no_lead = replace(draft, objectives=(replace(draft.objectives[0], owner=None), draft.objectives[1]))
    assert failing(no_lead) == {"workshop_weaver", "oboard"}
    assert failing(replace(no_lead, has_objective_owners=False)) == set()


def test_the_company_has_limits_of_its_own():
    """T-05 recommends, T-07 forbids: four objectives fail a team under OKRs Tool, not the company."""
    assert "okrs_tool" in failing(good_set(4))
    assert "okrs_tool" not in failing(replace(good_set(4), kind=TeamKind.COMPANY))


def test_dissents_are_those_who_see_it_otherwise():
    found = opinions(draft=S4_EXAMPLE_2, presets=PRESETS.values())
    against = {each.preset for each in dissents(opinions=found, binding="seed5_generic")}
    assert "methodiq" in against
    assert "seed5_generic" not in against
    assert dissents(opinions=found, binding="nobody") == ()


def test_a_set_that_passes_is_told_so():
    (found,) = opinions(draft=good_set(), presets=[PRESETS["google"]])
    assert found.passes
    assert found.words == f"passes {PRESETS['google'].name}"
