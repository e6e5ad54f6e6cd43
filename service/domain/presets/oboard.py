"""S2, Oboard: hard limits, output key results only as vital enablers, status by pace.

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

OBOARD: Final = Preset(
    key="oboard",
    name="Oboard",
    team_objectives=Limits(minimum=1, advised_max=3, maximum=5, is_hard=True),
    company_objectives=Limits(minimum=1, advised_max=3, maximum=5, is_hard=True),
    key_results=Limits(minimum=1, advised_max=5, maximum=5),
    number_required=True,
    output_kr=OutputPolicy.WAIVER,
    waivers_per_objective=1,
    waiver_share=0.2,
    confidence=ConfidencePolicy(is_required=True),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=None,
    session_minutes=None,
    checkin_days=7,
    outdated_after_days=14,
    owner_rule=OwnerRule.OBJECTIVES_AND_KEY_RESULTS,
    cascade=Cascade.PROPOSE,
    change_needs_reason=True,
    status_rule=status_rules.OBOARD,
    status_rollup=StatusRollup.PROGRESS,
    score_bands=bands.GOOGLE,
    guardrails=GuardrailPolicy.FLAG,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": 'O-14: "small number", hard once set by the facilitator; the figures are ours',
        "company_objectives": "as team_objectives",
        "key_results": 'O-08: "limited set"; 5 are the slots of an epic (design section 5)',
        "number_required": "O-08: measurable",
        "output_kr": "O-10: vital enabler",
        "waivers_per_objective": "2.9: default ≤ 1 per objective",
        "waiver_share": "2.9: ≤ 20 % of the set",
        "confidence": "O-09 asks for confidence; no thresholds",
        "good_score": "3.3 Google; " + OURS,
        "plan_window_days": "1.6: not said",
        "session_minutes": "1.6: not said",
        "checkin_days": "O-30: weekly check-in agenda",
        "owner_rule": "O-12",
        "cascade": "O-11: alignment step",
        "status_rule": "3.4 Oboard: a status cut, neither probability nor achievement",
        "status_rollup": "3.2: derived from progress (Oboard)",
        "score_bands": "3.3 Google; " + OURS,
    },
)
