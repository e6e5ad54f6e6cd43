"""S0, Methodiq: outcomes not outputs, a number or nothing. Every value with the place it was read. Source: requirements 1.6."""

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

METHODIQ: Final = Preset(
    key="methodiq",
    name="Methodiq",
    team_objectives=Limits(minimum=1, advised_max=3, maximum=3, is_hard=True),
    company_objectives=Limits(minimum=1, advised_max=3, maximum=3, is_hard=True),
    key_results=Limits(minimum=3, advised_max=5, maximum=5),
    number_required=True,
    output_kr=OutputPolicy.NEVER,
    waivers_per_objective=0,
    waiver_share=0.0,
    confidence=ConfidencePolicy(),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=(21, 14),
    session_minutes=(90, 120),
    checkin_days=7,
    outdated_after_days=14,
    owner_rule=OwnerRule.KEY_RESULTS,
    cascade=Cascade.ASSIGN,
    change_needs_reason=True,
    status_rule=status_rules.MOONCAMP,
    status_rollup=StatusRollup.WEAKEST,
    score_bands=bands.GOOGLE,
    guardrails=GuardrailPolicy.CAP,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": "M-13, M-23",
        "company_objectives": "M-13 read for the company; " + OURS,
        "key_results": "M-14",
        "number_required": "M-15: no exception",
        "output_kr": "M-02, M-18",
        "confidence": OURS,
        "good_score": "M-16: an achievement, not a probability",
        "plan_window_days": "M-03",
        "session_minutes": "M-11",
        "owner_rule": "M-17",
        "cascade": "M-09: the company's North Star first, then the team",
        "status_rule": "3.4 Mooncamp; " + OURS,
        "guardrails": "M-24: Challenger proposes a guardrail; what it does to the score is ours",
        "score_bands": "3.3 Google; " + OURS,
    },
)
