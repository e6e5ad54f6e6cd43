"""Whether a share or a multiple measures an effect or only one's own work. The other numbers are in `proof.py`."""

from service.domain.audit.lexicon import PLANNED
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading


def is_own_people(reading: Reading, quantity: Quantity) -> bool:
    return quantity.head == "staff" or quantity.word in reading.lexicon.group("crew")


def is_effect_share(reading: Reading, quantity: Quantity) -> bool:
    """Judge `Migrate 80 % of customers` (their doing counts) and `Train 80 % of nurses` (ours does)."""
    if reading.lead_kind == "activity":
        return False
    if quantity.head not in PLANNED and any(token.lower in reading.lexicon.group("within") and _is_span(reading, place + 1)
                                            for place, token in enumerate(reading.tokens)):  # fmt: skip
        return True
    return quantity.head in {"metric", "outcome", "vanity"} or reading.lead_kind == "operate"


def is_more_work(reading: Reading, quantity: Quantity) -> bool:
    """`Double the number of webinars` counts one's own work; reviews, talks with customers and demos take two."""
    kind, word = (quantity.head, quantity.word) if quantity.index == 0 else reading.object
    grows = reading.lead_kind == "up" or (quantity.index == 0 and quantity.kind == "times")
    counted = kind == "artefact" and reading.follows(reading.lexicon.group("amounts"), after=reading.rest_at)
    counted = counted and (quantity.value > 1 if quantity.kind == "times" else reading.lead_kind == "up")
    return grows and (kind == "activity" or counted) and word not in reading.lexicon.group("mutual")


def _is_span(reading: Reading, index: int) -> bool:
    """Say whether a number of days, hours or the like stands at a token."""
    tokens, durations = reading.tokens, reading.lexicon.durations
    if index + 1 >= len(tokens) or tokens[index].kind != "number":
        return False
    return tokens[index].unit in durations or tokens[index + 1].lower in durations
