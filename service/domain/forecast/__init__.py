"""Where a key result will land: a probability of the good score and an interval, never a bare number or date.

Three families: its last speed, its whole course (Theil–Sen), its owner's projection. Each says when it knows too little.
Source: requirements 3.5, 3.7.
"""

from service.domain.forecast.course import theil_sen
from service.domain.forecast.landing import landing
from service.domain.forecast.of import Outlook, outlook
from service.domain.forecast.owner import Landed, owner_projection
from service.domain.forecast.shapes import Forecast, Method, TooLittle
from service.domain.forecast.speed import last_speed

__all__ = [
    "Forecast",
    "Landed",
    "Method",
    "Outlook",
    "TooLittle",
    "landing",
    "last_speed",
    "outlook",
    "owner_projection",
    "theil_sen",
]
