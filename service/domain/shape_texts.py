"""Shapes and planned paths as JSON text and back, for the store, the API and the export. No arithmetic."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from service.domain.errors import DomainError
from service.domain.model import (
    BandShape,
    HoldMethod,
    HoldShape,
    Milestone,
    MilestoneShape,
    RatioShape,
    Shape,
    Waypoint,
    ZoneShape,
)


class ShapeInvalid(DomainError):
    """The type-specific data of a key result does not fit its direction."""

    code: ClassVar[str] = "shape_invalid"


def shape_data(*, shape: Shape) -> dict[str, Any]:
    """Return the shape as plain JSON data; `type` names which it is."""
    match shape:
        case HoldShape():
            return {"type": "hold", "method": shape.method.value}
        case BandShape():
            return {"type": "band", "tolerance": shape.tolerance}
        case MilestoneShape():
            return {"type": "milestones", "milestones": [_milestone_data(m) for m in shape.milestones]}
        case RatioShape():
            return {"type": "ratio", "least_denominator": shape.least_denominator, "factor": shape.factor}
    return {"type": "zone", "stretch": shape.stretch, "commit": shape.commit, "target": shape.target}


def shape_from_data(*, data: Mapping[str, Any]) -> Shape:
    """Build the shape that plain JSON data describes.

    Raises: ShapeInvalid, naming the part that does not fit.
    """
    kind = data.get("type")
    try:
        match kind:
            case "hold":
                return HoldShape(method=HoldMethod(data.get("method", "now")))
            case "band":
                return BandShape(tolerance=float(data.get("tolerance", 0.0)))
            case "milestones":
                return MilestoneShape(milestones=tuple(_milestone(item) for item in data["milestones"]))
            case "ratio":
                return RatioShape(
                    least_denominator=_optional(data.get("least_denominator")),
                    factor=float(data.get("factor", 100)),
                )
            case "zone":
                return ZoneShape(
                    stretch=float(data["stretch"]),
                    commit=_optional(data.get("commit")),
                    target=_optional(data.get("target")),
                )
    except KeyError as error:
        raise ShapeInvalid(f"The {kind} shape needs {error.args[0]!r}.", field="shape") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ShapeInvalid(f"The {kind} shape holds a value that cannot be read: {error}.", field="shape") from error
    raise ShapeInvalid(f"There is no shape {kind!r}. Use one of hold, band, milestones, ratio, zone.", field="shape")


def shape_text(*, shape: Shape | None) -> str | None:
    """Return the shape as JSON text, keys sorted."""
    return None if shape is None else json.dumps(shape_data(shape=shape), sort_keys=True)


def shape_from_text(*, text: str | None) -> Shape | None:
    """Build the shape from JSON text.

    Raises: ShapeInvalid.
    """
    if text is None:
        return None
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ShapeInvalid("The shape is not JSON.", field="shape") from error
    if not isinstance(data, dict):
        raise ShapeInvalid("The shape must be a JSON object.", field="shape")
    return shape_from_data(data=data)


def path_text(*, path: tuple[Waypoint, ...]) -> str | None:
    """Return a planned path as JSON text; None for a straight line."""
    return json.dumps([[point.on.isoformat(), point.progress] for point in path]) if path else None


def path_from_text(*, text: str | None) -> tuple[Waypoint, ...]:
    """Build a planned path from the text `path_text` made."""
    if text is None:
        return ()
    return tuple(Waypoint(on=date.fromisoformat(on), progress=float(progress)) for on, progress in json.loads(text))


def _milestone_data(milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.id,
        "title": milestone.title,
        "weight": milestone.weight,
        "due_on": milestone.due_on.isoformat() if milestone.due_on else None,
        "done_on": milestone.done_on.isoformat() if milestone.done_on else None,
    }


def _milestone(item: Mapping[str, Any]) -> Milestone:
    return Milestone(
        id=str(item["id"]),
        title=str(item["title"]),
        weight=float(item.get("weight", 1.0)),
        due_on=_day(item.get("due_on")),
        done_on=_day(item.get("done_on")),
    )


def _optional(value: object) -> float | None:
    return None if value is None else float(str(value))


def _day(value: object) -> date | None:
    """Return a day, given as one or as ISO text."""
    return value if isinstance(value, date) else date.fromisoformat(str(value)) if value else None
