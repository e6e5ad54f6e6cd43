"""Short names of the rules for people; the rule's id stands beside its name."""

from typing import Final

_TITLES: Final = {
    "set.objectives": "Number of objectives",
    "set.waivers": "Enablers in the set",
    "set.one-class": "One class only",
    "objective.key-results": "Number of key results",
    "objective.no-key-results": "Objective without key result",
    "objective.waivers": "Enablers in an objective",
    "objective.owner": "Objective without owner",
    "objective.project": "Project as objective",
    "objective.is-kr": "Key result as objective",
    "objective.vague": "Vague objective",
    "objective.number": "Number in an objective",
    "objective.short": "Objective too short",
    "objective.long": "Objective too long",
    "objective.upkeep": "Daily work as objective",
    "kr.owner": "Key result without owner",
    "kr.confidence-missing": "Confidence unsaid",
    "kr.too-easy": "Too sure of it",
    "kr.wish": "A wish",
    "kr.task": "Task as key result",
    "kr.output-waived": "Output with a waiver",
    "kr.output-allowed": "Output that may stand",
    "kr.number": "No number",
    "kr.baseline": "Relative change, no baseline",
    "kr.baseline-level": "Target without baseline",
    "kr.deadline": "No end",
    "kr.direction": "Direction and numbers differ",
    "kr.impossible": "Impossible number",
    "kr.kpi": "Health number, no goal",
    "kr.sandbag": "Reached already",
    "kr.vanity": "Vanity number",
    "kr.likeness": "Reads like something else",
    "objective.likeness": "Reads like something else",
    "kr.launch-or-complete": "Launched or used?",
}
_ENDINGS: Final = {
    "binary": "Done or not done",
    "kitchen-sink": "Several things in one",
    "placeholder": "Still to be filled in",
    "cut": "Too long to read",
}


def rule_title(rule: str) -> str:
    """Return a rule's name; one that has none yet is called by its id."""
    ending = rule.partition(".")[2]
    return _TITLES.get(rule) or _ENDINGS.get(ending) or ending.replace("-", " ").capitalize() or rule
