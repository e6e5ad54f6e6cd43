"""The sentences that the source texts quote come out as their source says, under that source's preset."""

import pytest

from service.domain.audit import Audit, Kind, Structured, audit
from service.domain.presets import preset


def judge(kind: Kind, text: str, doctrine: str, fields: Structured | None = None) -> Audit:
    return audit(kind=kind, text=text, fields=fields, preset=preset(doctrine))


@pytest.mark.parametrize(
    ("source", "doctrine", "kind", "text", "verdict"),
    [
        ("M-05", "methodiq", "kr", "keep the servers running", "kpi"),
        ("M-05", "methodiq", "kr", "answer support tickets", "kpi"),
        ("M-13", "methodiq", "objective", "Dominate the Mid-Market SaaS Space", "good"),
        ("M-15", "methodiq", "kr", "Improve customer happiness", "no-number"),
        ("M-22", "methodiq", "kr", "Launch the new website", "task"),
        ("M-22", "methodiq", "kr", "Generate 500 new inbound leads from the new website", "good"),
        ("W-07", "workshop_weaver", "kr", "launch feature X", "task"),
        ("W-07", "workshop_weaver", "kr", "70% of users complete onboarding in <5 min", "good"),
        ("O-10", "oboard", "objective", "Improve SEO across major business products", "good"),
        ("O-15", "oboard", "objective", "Become market leader", "vague"),
        ("O-15", "oboard", "objective", "Deliver excellence", "vague"),
        ("O-16", "oboard", "kr", "Launch campaign", "task"),
        ("O-16", "oboard", "kr", "Ship feature", "task"),
        ("O-16", "oboard", "kr", "Hire two engineers", "task"),
        ("T-12", "okrs_tool", "kr", "Gross margin", "kpi"),
        ("T-12", "okrs_tool", "kr", "Maintain 99.9% uptime", "kpi"),
        ("G-03", "seed5_generic", "kr", "Increase X by 20% in Q2", "good"),
        ("G-03", "seed5_generic", "kr", "launch campaign", "task"),
        ("G-03", "seed5_generic", "kr", "achieve 15% increase in engagement", "good"),
        ("G-05", "seed5_generic", "objective", "Improve customer satisfaction across our service channels", "good"),
        ("G-05", "seed5_generic", "kr", "Increase Net Promoter Score (NPS) from 45 to 60 by end of quarter", "good"),
        ("G-05", "seed5_generic", "kr", "Reduce average support response time to under 2 hours", "good"),
        ("G-05", "seed5_generic", "kr", "Achieve 90% satisfaction rating on post-ticket surveys", "good"),
        ("G-06", "seed5_generic", "objective", "Expand our presence in Southeast Asia", "good"),
        ("G-06", "seed5_generic", "kr", "Launch localized website version in three target countries by end of Q2", "good"),
        ("G-06", "methodiq", "kr", "Launch localized website version in three target countries by end of Q2", "task"),
        ("G-06", "workshop_weaver", "kr", "Launch localized website version in three target countries by end of Q2", "task"),
        ("G-06", "okrs_tool", "kr", "Launch localized website version in three target countries by end of Q2", "task"),
        ("G-06", "seed5_generic", "kr", "Gain 5,000 new qualified leads through regional marketing campaigns in the quarter", "good"),
        ("G-06", "seed5_generic", "kr",
         "Establish partnerships with at least five local influencers or agencies with cumulative reach 150,000+", "good"),
        ("G-23", "seed5_generic", "kr", "hold 10 meetings", "task"),
        ("4.3", "okrs_tool", "kr", "Increase sales calls from 40 to 120 per week", "task"),
    ],
)  # fmt: skip
def test_quoted_sentences(source: str, doctrine: str, kind: Kind, text: str, verdict: str) -> None:
    assert judge(kind, text, doctrine).verdict == verdict, source


CONSOLE = "Set up Google Console to collect blog performance data"


def test_an_enabler_needs_its_waiver_and_a_doctrine_that_knows_waivers() -> None:
    """O-10; requirements 2.9."""
    waived = Structured(waived=True, in_cycle=True)
    assert judge("kr", CONSOLE, "oboard").verdict == "task"
    assert "waiver" in judge("kr", CONSOLE, "oboard").findings[-1].suggestion
    assert judge("kr", CONSOLE, "methodiq", waived).verdict == "task"
    accepted = judge("kr", CONSOLE, "oboard", waived)
    assert accepted.verdict == "good"
    assert [finding.rule for finding in accepted.findings] == ["kr.output-waived"]


@pytest.mark.parametrize("verb", ["Launch", "Launched", "Launching", "Complete", "Completed"])
def test_launch_and_complete_are_always_asked_about(verb: str) -> None:
    """W-08: even with a number."""
    found = judge("kr", f"{verb} the loyalty card with a 30 % redemption rate", "workshop_weaver")
    assert found.verdict == "good"
    assert "kr.launch-or-complete" in {finding.rule for finding in found.findings}


def test_a_task_without_a_number_is_told_both() -> None:
    """M-15, O-16: the missing number is a hard error, and the verdict still says what the sentence is."""
    found = judge("kr", "Launch campaign", "methodiq")
    assert [(finding.rule, finding.severity) for finding in found.findings] == [
        ("kr.number", "error"),
        ("kr.task", "error"),
    ]
    assert found.verdict == "task"
