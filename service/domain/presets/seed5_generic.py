"""S4, the unnamed vendor: wide limits, 0.7 is good and 1.0 is full. Every value with the place it was read.

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

SEED5_GENERIC: Final = Preset(
    key="seed5_generic",
    name="Generic",
    team_objectives=Limits(minimum=1, advised_max=3, maximum=3),
    company_objectives=Limits(minimum=1, advised_max=3, maximum=3),
    key_results=Limits(minimum=2, advised_max=4, maximum=5),
    number_required=True,
    output_kr=OutputPolicy.ALLOWED,
    waivers_per_objective=0,
    waiver_share=0.0,
    confidence=ConfidencePolicy(scale="unit"),
    good_score=0.7,
    moonshot_p=0.4,
    plan_window_days=None,
    session_minutes=None,
    checkin_days=14,
    outdated_after_days=30,
    owner_rule=OwnerRule.KEY_RESULTS,
    cascade=Cascade.ASSIGN,
    change_needs_reason=True,
    status_rule=status_rules.MOONCAMP,
    status_rollup=StatusRollup.WEAKEST,
    score_bands=bands.GENERIC,
    guardrails=GuardrailPolicy.FLAG,
    guarded_cap=0.6,
    sources={
        **SPARE,
        "team_objectives": "G-02",
        "company_objectives": "G-02 read for the company; " + OURS,
        "key_results": "G-04: 2–4 or 3–5, 2–4 in the process step",
        "number_required": "G-03: quantitative and time-bound",
        "output_kr": "G-06: its own example holds one",
        "confidence": "G-13: 0–1, no thresholds",
        "good_score": "G-15: 0.7 good",
        "plan_window_days": "1.6: not said",
        "session_minutes": "1.6: not said",
        "checkin_days": "G-13: bi-weekly or monthly",
        "outdated_after_days": "G-13: monthly at the latest",
        "owner_rule": "G-10: accountable person; supporters besides",
        "cascade": "G-07: derive, cascade",
        "change_needs_reason": "G-14: not silently the targets",
        "status_rule": "3.4 Mooncamp; " + OURS,
        "score_bands": "G-15, 3.3 S4",
    },
)
