"""Rewrites are built from the text's own words and never invent a number."""

import re

import pytest

from service.domain.audit import Kind, audit
from tests.unit.audit.sentences import SENTENCES


@pytest.mark.parametrize(
    ("kind", "text", "rewrite"),
    [
        ("kr", "Launch the new website", "Raise [what people do or get with the new website] from [today] to [target]"),
        ("kr", "Build a board to reduce overlap work by May", "Reduce overlap work from [today] to [target] by May"),
        ("kr", "Boost employee engagement by the end of the year",
         "Boost employee engagement from [today] to [target] by the end of the year"),
        ("kr", "Make deployments safer", "Make deployments safer: [how it is measured] from [today] to [target]"),
        ("kr", "Hire two engineers", "Raise [what engineers will make possible] from [today] to [target]"),
        ("kr", "Hold 10 meetings", "Improve [what “Hold 10 meetings” should change] from [today] to [target]"),
        ("kr", "Keep churn below 3 %", "Move churn from [today] to [target]"),
        ("kr", "Pass the security audit", "Bring the open points before the security audit from [today] down to none"),
        ("kr", "Get 20,000 followers", "Raise the share of followers who [sign up, buy or come back] from [today] to [target]"),
        ("objective", "Launch the mobile app", "[who] can [do what they cannot do today] with the mobile app"),
        ("objective", "Grow revenue, cut costs and improve morale", "Grow revenue · Cut costs · Improve morale"),
    ],
)  # fmt: skip
def test_rewrites(kind: Kind, text: str, rewrite: str) -> None:
    """M-22."""
    assert audit(kind=kind, text=text).rewrite == rewrite


_DEFECTS = [(s.kind, s.text) for s in SENTENCES if s.verdict != "good" and s.language == "en"]


@pytest.mark.parametrize(("kind", "text"), _DEFECTS)
def test_every_defect_gets_a_rewrite_with_no_number_of_its_own(kind: Kind, text: str) -> None:
    """M-22: slots, never invented numbers; the words are the text's own."""
    rewrite = audit(kind=kind, text=text).rewrite
    assert rewrite
    assert set(re.findall(r"\d+", rewrite)) <= set(re.findall(r"\d+", text))


def test_a_good_text_is_left_alone() -> None:
    assert audit(kind="kr", text="Cut churn from 5% to 3%").rewrite == ""
