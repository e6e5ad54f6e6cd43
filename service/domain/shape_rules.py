"""What the type-specific data of a key result must satisfy, direction by direction. Refusals only."""

import math
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import (
    BandShape,
    Direction,
    HoldShape,
    KeyResult,
    MilestoneShape,
    RatioShape,
    Shape,
    ZoneShape,
)
from service.domain.progress.steps import zone_edges

HEAVIEST: Final = 1_000_000.0
"""Weights above this only serve to make sums meaningless."""

_SHAPES: Final[dict[Direction, tuple[type[Shape], bool]]] = {
    Direction.STAY_ABOVE: (HoldShape, False),
    Direction.STAY_BELOW: (HoldShape, False),
    Direction.BETWEEN: (BandShape, False),
    Direction.RATIO: (RatioShape, False),
    Direction.MILESTONES: (MilestoneShape, True),
    Direction.ZONE: (ZoneShape, True),
}
"""Which shape a direction takes, and whether it needs one. The other directions take none."""


class ValueNotFinite(DomainError):
    """A number is infinite or not a number."""

    code: ClassVar[str] = "value_not_finite"


class ShapeMismatch(DomainError):
    """The type-specific data belongs to another direction, is missing, or contradicts itself."""

    code: ClassVar[str] = "shape_mismatch"


def require_finite(*, name: str, value: float | None) -> None:
    """Refuse a number that is infinite or not a number.

    Raises: ValueNotFinite.
    """
    if value is not None and not math.isfinite(value):
        raise ValueNotFinite(f"{name} must be an ordinary number, not infinite or NaN.", field=name)


def require_shape(*, key_result: KeyResult) -> None:
    """Refuse type-specific data that is missing, belongs to another direction, or contradicts itself.

    Raises: ShapeMismatch, ValueNotFinite.
    """
    direction, shape = key_result.direction, key_result.shape
    wanted, is_needed = _SHAPES.get(direction, (None, False))
    if shape is None:
        if is_needed:
            raise ShapeMismatch(f"“{direction}” needs its {direction} data in `shape`.", field="shape")
        return
    if wanted is None or not isinstance(shape, wanted):
        raise ShapeMismatch(
            f"This `shape` does not belong to “{direction}”. Leave it out or correct it.", field="shape"
        )
    match shape:
        case BandShape():
            require_finite(name="shape.tolerance", value=shape.tolerance)
            if shape.tolerance < 0:
                raise ShapeMismatch("The tolerance of a band is 0 or more.", field="shape.tolerance")
        case MilestoneShape():
            _require_milestones(shape)
        case RatioShape():
            require_finite(name="shape.factor", value=shape.factor)
            require_finite(name="shape.least_denominator", value=shape.least_denominator)
            if shape.factor <= 0:
                raise ShapeMismatch("The factor of a ratio is above 0; 100 makes percent.", field="shape.factor")
        case ZoneShape():
            for name in ("stretch", "commit", "target"):
                require_finite(name=f"shape.{name}", value=getattr(shape, name))
            if zone_edges(baseline=key_result.baseline, shape=shape) is None:
                raise ShapeMismatch(
                    "Baseline, commit, target and stretch must follow one another in this order.", field="shape"
                )


def _require_milestones(shape: MilestoneShape) -> None:
    ids = [each.id for each in shape.milestones]
    if not ids or len(set(ids)) != len(ids):
        raise ShapeMismatch("Give at least one milestone, each with an id of its own.", field="shape.milestones")
    for each in shape.milestones:
        require_finite(name="shape.milestones.weight", value=each.weight)
        if not 0 < each.weight <= HEAVIEST:
            raise ShapeMismatch(
                f"The weight of the milestone “{each.title}” must be above 0.", field="shape.milestones.weight"
            )
