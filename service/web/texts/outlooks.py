"""Where a key result will land, in a sentence."""

from service.domain.forecast import Outlook
from service.domain.forecast.shapes import Forecast, Method, TooLittle
from service.domain.wording import percent


def outlook_sentence(outlook: Outlook | None) -> str:
    """Return the forecast to show first, with how likely, how far and by what; or why there is none."""
    if outlook is None:
        return ""
    if outlook.best is None:
        reasons = [each.reason for each in outlook.answers if isinstance(each, TooLittle)]
        course = [
            each.reason for each in outlook.answers if isinstance(each, TooLittle) and each.method is not Method.OWNER
        ]
        return f"Not enough data to say where it will land. {(course or reasons or [''])[0]}".strip()
    best = outlook.best
    ends = percent(best.low), percent(best.high)
    between = f" (between {ends[0]} and {ends[1]}, four times in five)" if ends[0] != ends[1] else ""
    return (
        f"{percent(best.probability)} chance of at least {outlook.good:g}; "
        f"most likely {percent(best.final)} of the way{between}, {_by(best)}."
    )


def _by(forecast: Forecast) -> str:
    match forecast.method:
        case Method.OWNER:
            return "by the owner\N{RIGHT SINGLE QUOTATION MARK}s own projection"
        case Method.THEIL_SEN:
            return f"if the course of the last {forecast.basis} check-ins goes on"
    return "if it goes on at its latest speed"
