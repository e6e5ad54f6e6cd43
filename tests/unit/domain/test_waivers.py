"""Output key results as enablers with a sunset. Source: requirements 2.9, O-10."""

from dataclasses import replace
from datetime import date

import pytest

from service.domain.model import KeyResultState
from service.domain.presets import PRESETS
from service.domain.rollup import counts
from service.domain.waivers import (
    EnablerNotReplaced,
    Waiver,
    WaiverRefused,
    WaiverState,
    last_allowed_day,
    replacement_draft,
    require_replaced,
    require_replacement,
    require_waiver,
    waiver_state,
)
from tests.unit.domain.make import cycle, key_result

CONSOLE = key_result(id="console", title="Set up Google Console to collect blog performance data", is_enabler=True)
"""The fixture of O-10."""
OUTCOME = key_result(id="clicks", title="Clicks from search")
WAIVER = Waiver(
    key_result_id="console",
    unlocks=("clicks",),
    owner="account-1",
    reason="nothing is measured yet",
    expires_on=date(2026, 2, 15),
)


def admit(waiver=WAIVER, *, preset="oboard", rows=(CONSOLE, OUTCOME), row=CONSOLE):
    require_waiver(waiver=waiver, key_result=row, cycle=cycle(), preset=PRESETS[preset], key_results=rows)


def changed(**over):
    return replace(WAIVER, **over)


def test_the_console_is_an_enabler_at_oboard_and_an_offence_at_methodiq():
    admit()
    with pytest.raises(WaiverRefused, match="Methodiq admits no output") as refused:
        admit(preset="methodiq")
    assert refused.value.field == "preset"
    assert not counts(CONSOLE)


@pytest.mark.parametrize(
    ("waiver", "field"),
    [
        (changed(unlocks=()), "unlocks"),
        (changed(unlocks=("console",)), "unlocks"),
        (changed(unlocks=("elsewhere",)), "unlocks"),
        (changed(owner=""), "owner"),
        (changed(reason="  "), "reason"),
        (changed(expires_on=date(2026, 2, 20)), "expires_on"),
        (changed(expires_on=date(2025, 12, 31)), "expires_on"),
    ],
)
def test_what_a_waiver_needs(waiver, field):
    with pytest.raises(WaiverRefused) as refused:
        admit(waiver)
    assert refused.value.field == field


def test_a_waiver_holds_half_the_cycle_at_most():
    assert last_allowed_day(cycle=cycle()) == date(2026, 2, 19)  # the 50th of 100 days
    admit(changed(expires_on=date(2026, 2, 19)))
    one_day = cycle(starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 1))
    assert last_allowed_day(cycle=one_day) == date(2026, 1, 1)


def test_one_enabler_per_objective():
    second = key_result(id="second", is_enabler=True)
    with pytest.raises(WaiverRefused, match="1 enabler per objective"):
        admit(rows=(CONSOLE, OUTCOME, second))
    gone = key_result(id="second", is_enabler=True, state=KeyResultState.CANCELLED)
    admit(rows=(CONSOLE, OUTCOME, gone))


@pytest.mark.parametrize(("others", "is_admitted"), [(8, True), (7, False)])
def test_a_fifth_of_the_set_at_most(others, is_admitted):
    elsewhere = key_result(id="elsewhere", objective_id="o2", is_enabler=True)
    rows = [CONSOLE, OUTCOME, elsewhere, *(key_result(id=f"k{n}") for n in range(others - 1))]
    if is_admitted:
        admit(rows=rows)
        return
    with pytest.raises(WaiverRefused, match="20%"):
        admit(rows=rows)


def test_a_doctrine_that_allows_outputs_counts_no_waivers():
    admit(preset="seed5_generic", rows=(CONSOLE, OUTCOME, key_result(id="second", is_enabler=True)))


@pytest.mark.parametrize(
    ("waiver", "today", "state"),
    [
        (WAIVER, date(2026, 2, 15), WaiverState.RUNNING),
        (WAIVER, date(2026, 2, 16), WaiverState.DUE),
        (changed(delivered_on=date(2026, 1, 20)), date(2026, 1, 20), WaiverState.DUE),
        (changed(replaced_by_id="clicks"), date(2026, 3, 1), WaiverState.REPLACED),
    ],
)
def test_the_sun_sets_on_delivery_or_expiry(waiver, today, state):
    assert waiver_state(waiver=waiver, today=today) is state


def test_a_cycle_does_not_close_over_an_enabler_without_its_outcome():
    with pytest.raises(EnablerNotReplaced, match="console") as refused:
        require_replaced(waivers=[WAIVER], today=date(2026, 4, 10), live={"console"})
    assert refused.value.code == "enabler_not_replaced"
    require_replaced(waivers=[WAIVER], today=date(2026, 4, 10), live=set())
    require_replaced(waivers=[changed(replaced_by_id="clicks")], today=date(2026, 4, 10), live={"console"})


def test_only_a_living_outcome_of_the_cycle_takes_an_enablers_place():
    require_replacement(waiver=WAIVER, outcome=OUTCOME, is_same_cycle=True)
    for outcome, is_same_cycle in (
        (CONSOLE, True),
        (replace(OUTCOME, state=KeyResultState.CANCELLED), True),
        (OUTCOME, False),
    ):
        with pytest.raises(WaiverRefused) as refused:
            require_replacement(waiver=WAIVER, outcome=outcome, is_same_cycle=is_same_cycle)
        assert refused.value.field == "replaced_by_id"


def test_the_draft_starts_from_what_was_unlocked():
    assert replacement_draft(enabler=CONSOLE, unlocked=()).startswith("Now that “Set up Google Console")
    assert replacement_draft(enabler=CONSOLE, unlocked=(OUTCOME,)).startswith("Clicks from search from 0 to 100, now")
    unmeasured = replace(OUTCOME, baseline=None)
    assert replacement_draft(enabler=CONSOLE, unlocked=(unmeasured,)).startswith("Clicks from search, now")
