"""Between: a value that belongs inside [lower, upper]."""

from service.domain.progress.measure import NO_DATA, Progress, measured


def band(*, value: float, lower: float | None, upper: float | None, tolerance: float = 0.0) -> Progress:
    """Return 1 inside the band; outside 1 - distance / tolerance, and 0 without a tolerance.

    Units: `tolerance` in the unit of the value. Source: requirements 3.1, row Between (OpenOKR).
    """
    if lower is None or upper is None:
        return NO_DATA
    distance = max(lower - value, value - upper, 0.0)
    if distance == 0:
        return Progress(1.0, 1.0)
    return measured(1 - distance / tolerance) if tolerance > 0 else Progress(0.0, 0.0)
