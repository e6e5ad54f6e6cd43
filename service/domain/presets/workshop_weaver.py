"""S1, Workshop Weaver: confidence decides whether a goal is ambitious; nothing is handed down.

Every value with the place it was read. Source: requirements 1.6.
"""

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

WORKSHOP_WEAVER: Final = Preset(
    key="workshop_weaver",
    name="Workshop Weaver",
    team_objectives=Limits(minimum=2, advised_max=5, maximum=5, is_hard=True),
    company_objectives=Limits(minimum=2, advised_max=5, maximum=5, is_hard=True),
    key_results=Limits(minimum=1),
    number_required=True,
    output_kr=OutputPolicy.NEVER,
    waivers_per_objective=0,
    waiver_share=0.0,
    confidence=ConfidencePolicy(is_required=True, aim_low=0.6, aim_high=0.7, too_easy=0.7, wish=0.0),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=None,
    session_minutes=None,
    checkin_days=7,
    outdated_after_days=14,
    owner_rule=OwnerRule.OBJECTIVES_AND_KEY_RESULTS,
    cascade=Cascade.FORBID,
    change_needs_reason=True,
    status_rule=status_rules.MOONCAMP,
    status_rollup=StatusRollup.WEAKEST,
    score_bands=bands.GOOGLE,
    guardrails=GuardrailPolicy.FLAG,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": "W-05",
        "company_objectives": "W-01, W-05",
        "key_results": "W-06 sets no number",
        "number_required": "W-06: measurable",
        "output_kr": "W-07, W-08",
        "confidence": "W-09: a probability, not an achievement",
        "good_score": "3.3 Google; " + OURS,
        "moonshot_p": "W-12: chance of full achievement",
        "plan_window_days": "1.6: not said",
        "session_minutes": "1.6: steps of 10 minutes, no total",
        "owner_rule": "W-10",
        "cascade": "W-11: inspire upward, never assign",
        "status_rule": "3.4 Mooncamp; " + OURS,
        "score_bands": "3.3 Google; " + OURS,
    },
)
