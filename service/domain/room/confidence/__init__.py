"""How likely is it? Everybody seals, everybody reveals, the room looks at the middle; nobody's own number is shown. Source: W-09, 2.8."""

from service.domain.room.confidence.ballots import ACTS
from service.domain.room.confidence.shapes import Ballot, Ballots

__all__ = ["ACTS", "Ballot", "Ballots"]
