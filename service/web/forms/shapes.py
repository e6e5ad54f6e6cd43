"""What a kind of key result needs beyond from and to: typed texts to the API's `shape`, and back into the form."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from marshmallow import ValidationError

from service.domain.model import BandShape, HoldShape, Milestone, MilestoneShape, RatioShape, Shape, ZoneShape

HOLD_METHODS = (
    ("now", "Is it held now?"),
    ("share", "How often is it held?"),
    ("distance", "How far from the bound is it now?"),
    ("average", "Is it held on average?"),
    ("sum", "Does the sum of all check-ins hold it?"),
    ("minimum", "Does the worst check-in hold it?"),
)
RATIO_FACTORS = (("100", "Percent"), ("1", "Plain ratio"), ("1000", "Per thousand"))
NAMES = ("hold_method", "tolerance", "milestones", "factor", "least_denominator", "stretch", "commit", "zone_target")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def with_shape(typed: Mapping[str, Any], *, before: Shape | None = None) -> dict[str, Any]:
    """Return what was typed with its `shape`; milestones of `before` that keep their title keep their id and their day.

    Raises: ValidationError for a line that is no milestone.
    """
    rest = {name: value for name, value in typed.items() if name not in NAMES}
    given = {name: typed[name] for name in NAMES if name in typed}
    match typed.get("direction"):
        case "stay_above" | "stay_below":
            method = given.get("hold_method", "now")
            # Unsaid means "now": saying so would be a change of the promise that changes nothing.
            is_unsaid = method == "now" and before is None
            shape: dict[str, Any] | None = None if is_unsaid else {"type": "hold", "method": method}
        case "between":
            shape = {"type": "band", "tolerance": given["tolerance"]} if "tolerance" in given else None
        case "milestones":
            known = before.milestones if isinstance(before, MilestoneShape) else ()
            shape = {"type": "milestones", "milestones": _milestones(given.get("milestones", ""), known)}
        case "ratio":
            said: dict[str, Any] = {name: given[name] for name in ("factor", "least_denominator") if name in given}
            shape = None if before is None and said in ({}, {"factor": "100"}) else {"type": "ratio", **said}
        case "zone":
            if "stretch" not in given:
                raise ValidationError("Give the stretch: the value that would be a triumph.", "stretch")
            ends = {"commit": given.get("commit"), "target": given.get("zone_target")}
            shape = {"type": "zone", "stretch": given["stretch"], **ends}
        case _:
            shape = None
    return {**rest, "shape": shape}


def shape_values(shape: Shape | None) -> dict[str, str]:
    """Return how a shape stands in the form."""
    match shape:
        case HoldShape():
            return {"hold_method": shape.method.value}
        case BandShape():
            return {"tolerance": f"{shape.tolerance:.12g}"}
        case MilestoneShape():
            return {"milestones": "\n".join(_line(each) for each in shape.milestones)}
        case RatioShape():
            return {"factor": f"{shape.factor:.12g}", "least_denominator": _number(shape.least_denominator)}
        case ZoneShape():
            ends = {"commit": _number(shape.commit), "zone_target": _number(shape.target)}
            return {"stretch": _number(shape.stretch), **ends}
    return {}


def _milestones(text: str, known: Iterable[Milestone]) -> list[dict[str, Any]]:
    """Read `title; weight; due day` a line; weight and day may be absent and stand in any order."""
    before = {each.title: each for each in known}
    taken = {each.id for each in before.values()}
    fresh = (f"m{number}" for number in range(1, 1000) if f"m{number}" not in taken)
    found: list[dict[str, Any]] = []
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            continue
        title, *rest = (part.strip() for part in line.split(";"))
        same = before.get(title)
        read: dict[str, Any] = {"id": same.id if same else next(fresh), "title": title}
        if same and same.done_on:
            read["done_on"] = same.done_on.isoformat()
        for part in filter(None, rest):
            read["due_on" if _DAY.match(part) else "weight"] = part
        found.append(read)
    if not found:
        raise ValidationError("Name the milestones, one a line.", "milestones")
    return found


def _line(milestone: Milestone) -> str:
    parts: list[str] = [milestone.title]
    if milestone.weight != 1:
        parts.append(f"{milestone.weight:g}")
    if isinstance(milestone.due_on, date):
        parts.append(milestone.due_on.isoformat())
    return "; ".join(parts)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
