"""The Google OKR playbook and re:Work. Every value with the place it was read. Source: requirements 1.6 [GO-play]."""

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

GOOGLE: Final = Preset(
    key="google",
    name="Google OKR playbook",
    team_objectives=Limits(minimum=1, advised_max=5, maximum=5),
    company_objectives=Limits(minimum=1, advised_max=5, maximum=5),
    key_results=Limits(minimum=1, advised_max=4, maximum=4),
    number_required=False,
    output_kr=OutputPolicy.WAIVER,
    waivers_per_objective=1,
    waiver_share=0.2,
    confidence=ConfidencePolicy(),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=None,
    session_minutes=None,
    checkin_days=7,
    outdated_after_days=14,
    owner_rule=OwnerRule.KEY_RESULTS,
    cascade=Cascade.PROPOSE,
    change_needs_reason=True,
    status_rule=status_rules.MOONCAMP,
    status_rollup=StatusRollup.WEAKEST,
    score_bands=bands.GOOGLE,
    guardrails=GuardrailPolicy.FLAG,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": "1.6: ≤ 5 objectives × ≤ 4 key results (awesome-okr)",
        "company_objectives": "as team_objectives; " + OURS,
        "key_results": "1.6: ≤ 4",
        "number_required": "1.6: evidence of completion, not a number",
        "output_kr": "1.6: activity words banned, proof of completion required; by waiver",
        "waivers_per_objective": "2.9: default ≤ 1 per objective",
        "waiver_share": "2.9: ≤ 20 % of the set",
        "confidence": OURS,
        "good_score": "1.6, 3.3: aspirational 0.7 on average; committed ones 1.0",
        "plan_window_days": "1.6: not said",
        "session_minutes": "1.6: not said",
        "owner_rule": "M-17; " + OURS,
        "cascade": "M-09; " + OURS,
        "status_rule": "3.4 Mooncamp; " + OURS,
        "score_bands": "3.3 Google / re:Work, made half-open",
    },
)
