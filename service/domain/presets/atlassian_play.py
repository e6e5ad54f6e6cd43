"""The Atlassian Team Playbook's OKR play. Every value with the place it was read. Source: requirements 1.6 [AT-play]."""

from typing import Final

from service.domain.presets import bands, status_rules
from service.domain.presets.ours import OURS, SPARE
from service.domain.presets.shapes import (
    Cascade,
    ConfidencePolicy,
    GuardrailPolicy,
    Limits,
    OutputPolicy,
    OwnerRule,
    Preset,
    StatusRollup,
)

ATLASSIAN_PLAY: Final = Preset(
    key="atlassian_play",
    name="Atlassian Team Playbook",
    team_objectives=Limits(minimum=1, advised_max=3, maximum=3),
    company_objectives=Limits(minimum=1, advised_max=3, maximum=3),
    key_results=Limits(minimum=3, advised_max=5, maximum=5),
    number_required=True,
    output_kr=OutputPolicy.WAIVER,
    waivers_per_objective=1,
    waiver_share=0.2,
    confidence=ConfidencePolicy(),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=None,
    session_minutes=(0, 120),
    checkin_days=7,
    outdated_after_days=14,
    owner_rule=OwnerRule.KEY_RESULTS,
    cascade=Cascade.PROPOSE,
    change_needs_reason=True,
    status_rule=status_rules.ATLASSIAN_GOALS,
    status_rollup=StatusRollup.WEAKEST,
    score_bands=bands.ATLASSIAN,
    guardrails=GuardrailPolicy.FLAG,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": "1.6: 1–3",
        "company_objectives": "1.6 names none; as for a team; " + OURS,
        "key_results": "1.6: 3–5",
        "number_required": "1.6: measurable",
        "output_kr": "1.6: not said; by waiver only; " + OURS,
        "waivers_per_objective": "2.9: default ≤ 1 per objective",
        "waiver_share": "2.9: ≤ 20 % of the set",
        "confidence": OURS,
        "good_score": "3.3 Atlassian Goals: 0.7–1.0",
        "plan_window_days": "1.6: not said",
        "session_minutes": "1.6: ≤ 120 min and 10 min of preparation",
        "checkin_days": "1.6: score monthly, no check-in rhythm; weekly; " + OURS,
        "owner_rule": "M-17; " + OURS,
        "cascade": "1.6: ladder up and down",
        "status_rule": "3.3 Atlassian Goals, a projection",
        "score_bands": "3.3 Atlassian Goals",
    },
)
