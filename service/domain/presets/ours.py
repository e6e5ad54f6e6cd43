"""What we had to choose where a doctrine is silent: the reasons, shared by the preset files."""

from typing import Final

OURS: Final = "default of Northstar: the source says nothing"

SPARE: Final = {
    "waivers_per_objective": "no waiver in this doctrine",
    "waiver_share": "no waiver in this doctrine",
    "moonshot_p": "W-12, the only source that gives a number",
    "checkin_days": "weekly; " + OURS,
    "outdated_after_days": "two missed check-ins; " + OURS,
    "change_needs_reason": "T-20; " + OURS,
    "guardrails": "2.3: cap, multiply or flag by the preset's rule; flag only; " + OURS,
    "guarded_cap": "2.3: raw 0.9 / guarded 0.6",
    "driver_slack": "2.2: baseline ± the preset's slack; one fifth; " + OURS,
    "status_rollup": "3.2 status roll-up: weakest key result (Perdoo, Ally); " + OURS,
}
"""The sources of values that most doctrines leave open; a preset overrides what it does say."""
