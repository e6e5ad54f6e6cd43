"""Forecasts in words: how likely, how far, by what; or why there is none. Requirements 3.5: honest about too little data."""

import pytest

from service.domain.forecast import Outlook
from service.domain.forecast.shapes import Forecast, Method, TooLittle
from service.web.texts.outlooks import outlook_sentence

LITTLE = (
    TooLittle(method=Method.OWNER, reason="The owner has not projected a final value yet."),
    TooLittle(method=Method.THEIL_SEN, reason="5 check-ins are needed, there are 2."),
)


def forecast(method: Method, low: float, high: float) -> Forecast:
    return Forecast(method=method, final=0.78, low=low, high=high, probability=0.62, basis=9)


@pytest.mark.parametrize(
    ("outlook", "said"),
    [
        (None, ""),
        (
            Outlook(best=None, answers=LITTLE, good=0.7),
            "Not enough data to say where it will land. 5 check-ins are needed, there are 2.",
        ),
        (
            Outlook(best=forecast(Method.THEIL_SEN, 0.65, 0.9), answers=(), good=0.7),
            "62 % chance of at least 0.7; most likely 78 % of the way (between 65 % and 90 %, four times in five), "
            "if the course of the last 9 check-ins goes on.",
        ),
        (
            Outlook(best=forecast(Method.OWNER, 0.781, 0.782), answers=(), good=0.6),
            "62 % chance of at least 0.6; most likely 78 % of the way, by the owner’s own projection.",
        ),
    ],
)
def test_sentences(outlook: Outlook | None, said: str) -> None:
    assert outlook_sentence(outlook).replace("\N{NO-BREAK SPACE}", " ") == said
