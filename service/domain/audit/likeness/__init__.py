"""The second reader: what a sentence is like, learned from labelled sentences of our own, where the rules only guess.

A linear model over what the reading finds anyway (words, their kinds, numbers and their roles). It names the words that
speak for its verdict, and the rules overrule it (`doubt.py`). What must not be here: rules, and labelled sentences
(`tests/bench/audit/`, whose `train.py` writes the tables beside this file). Source: issue "The auditor", point 2; decision 0034.
"""

from service.domain.audit.likeness.doubt import doubted
from service.domain.audit.likeness.features import features
from service.domain.audit.likeness.model import Likely, likely

__all__ = ["Likely", "doubted", "features", "likely"]
