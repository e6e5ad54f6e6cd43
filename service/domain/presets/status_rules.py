"""The published status rules as data, one row each. How a rule is applied stands in `pace/rules.py`. Source: requirements 3.4."""

from typing import Final

from service.domain.presets.shapes import Measure, StatusRule

_R, _G, _L = Measure.RATIO, Measure.GAP, Measure.LEVEL

OBOARD: Final = StatusRule(key="oboard", measure=_R, on_track=0.70, behind=0.40, source="3.4 Oboard: r = p/e")
UPRAISE: Final = StatusRule(
    key="upraise", measure=_R, on_track=0.95, behind=0.75, source="3.4 UpRaise: p ≥ 0.95e, ≥ 0.75e"
)
MOONCAMP: Final = StatusRule(
    key="mooncamp",
    measure=_R,
    on_track=0.90,
    behind=0.70,
    source="3.4 Mooncamp: on track from 90 % of e; the lower cut is an admin's to set, ours is 70 %",
)
BURNINGOKR: Final = StatusRule(
    key="burningokr", measure=_G, on_track=-0.2, behind=-0.4, source="3.4 BurningOKR: d = p - e"
)
ENGAGEDLY: Final = StatusRule(
    key="engagedly",
    measure=_G,
    on_track=-0.165,
    behind=-0.33,
    is_on_track_strict=True,
    source="3.4 Engagedly: gap e - p < 16.5, 16.5–33, > 33 points",
)
PLANVIEW: Final = StatusRule(
    key="planview",
    measure=_R,
    on_track=0.90,
    behind=0.75,
    source="3.4 Planview: within 10 % of projected; the lower cut is Ally's, Planview prints none",
)
ALLY: Final = StatusRule(
    key="ally",
    measure=_R,
    on_track=1.0,
    behind=0.75,
    source="3.4 Ally / Viva: p ≥ expected; > 25 % behind at risk",
)
OKRS_TOOL: Final = StatusRule(
    key="okrs_tool",
    measure=_R,
    on_track=1.0,
    behind=0.0,
    falling_over=3,
    source="3.4 OKRs Tool: expected = e; risk if velocity fell over the last 3 check-ins",
)
SERVICENOW: Final = StatusRule(
    key="servicenow",
    measure=_L,
    on_track=0.90,
    behind=0.75,
    source="3.4 ServiceNow: ≥ 90, 75–89, < 75, no time",
)
BOJA: Final = StatusRule(
    key="boja", measure=_L, on_track=0.60, behind=0.20, source="3.4 BOJA: 0–19, 20–59, 60–99, no time"
)
OPENOKR: Final = StatusRule(
    key="openokr",
    measure=_L,
    on_track=0.75,
    behind=0.50,
    source="3.4 OpenOKR: progress signal 75/50, no time",
)
ATLASSIAN_GOALS: Final = StatusRule(
    key="atlassian_goals",
    measure=_R,
    on_track=0.70,
    behind=0.40,
    source="3.3 Atlassian Goals: 0–0.3 off, 0.4–0.6 at risk, 0.7–1.0 on, read as a projection: p/e is the score "
    "that a linear course lands on",
)

STATUS_RULES: Final = {
    rule.key: rule
    for rule in (
        OBOARD,
        UPRAISE,
        MOONCAMP,
        BURNINGOKR,
        ENGAGEDLY,
        PLANVIEW,
        ALLY,
        OKRS_TOOL,
        SERVICENOW,
        BOJA,
        OPENOKR,
        ATLASSIAN_GOALS,
    )
}
