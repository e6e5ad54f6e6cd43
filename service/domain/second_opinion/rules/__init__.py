"""The rules over a set, each a pure function of set and preset. This list is the only place that knows them all."""

from typing import Final

from service.domain.second_opinion.finding import SetRule
from service.domain.second_opinion.rules.counts import counts, waivers
from service.domain.second_opinion.rules.promises import classes, confidence, owners
from service.domain.second_opinion.rules.texts import texts

RULES: Final[tuple[SetRule, ...]] = (counts, texts, owners, confidence, waivers, classes)
