"""S3, OKRs Tool: few of everything, one named person, weekly, never a silent change. Every value with the place it was read.

Source: requirements 1.6.
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

OKRS_TOOL: Final = Preset(
    key="okrs_tool",
    name="OKRs Tool",
    team_objectives=Limits(minimum=1, advised_max=2, maximum=3, is_hard=True),
    company_objectives=Limits(minimum=1, advised_max=2, maximum=3),
    key_results=Limits(minimum=2, advised_max=3, maximum=4),
    number_required=True,
    output_kr=OutputPolicy.NEVER,
    waivers_per_objective=0,
    waiver_share=0.0,
    confidence=ConfidencePolicy(),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=(7, 1),
    session_minutes=(60, 90),
    checkin_days=7,
    outdated_after_days=14,
    owner_rule=OwnerRule.KEY_RESULTS,
    cascade=Cascade.PROPOSE,
    change_needs_reason=True,
    status_rule=status_rules.OKRS_TOOL,
    status_rollup=StatusRollup.WEAKEST,
    score_bands=bands.GOOGLE,
    guardrails=GuardrailPolicy.FLAG,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": "T-07: 1–2, never > 3",
        "company_objectives": "T-05: 2–3 proposed, 1–2 recommended",
        "key_results": "T-07: 2–3, 2–4 at most",
        "number_required": "1.6: measurable",
        "output_kr": "T-10: task in disguise",
        "confidence": OURS,
        "good_score": "3.3 Google; " + OURS,
        "plan_window_days": "T-01: the final week of the running cycle",
        "session_minutes": "T-16: team session",
        "checkin_days": "T-14, T-19: weekly, 20 minutes",
        "outdated_after_days": "3.4 OKRs Tool: stalled if no check-in for 14 days",
        "owner_rule": "T-08: one named person",
        "cascade": "1.6: ladder up, top-down and bottom-up",
        "change_needs_reason": "T-20: logged, never silent",
        "status_rule": "3.4 OKRs Tool",
        "score_bands": "3.3 Google; " + OURS,
    },
)
