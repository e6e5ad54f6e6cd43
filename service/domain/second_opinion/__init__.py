"""The second opinion: one draft graded under every doctrine, and the smallest edits that satisfy them.

Pure. What must not be here: where the draft comes from, and single texts (`audit/`). Source: requirements 2.1.
"""

from service.domain.second_opinion.draft import DraftKeyResult, DraftObjective, DraftSet
from service.domain.second_opinion.edits import Edit, EditKind, apply, edit_words
from service.domain.second_opinion.finding import SetFinding
from service.domain.second_opinion.flips import Flip, flip
from service.domain.second_opinion.matrix import Disagreement, Opinion, disagreements, dissents, opinion, opinions

__all__ = [
    "Disagreement",
    "DraftKeyResult",
    "DraftObjective",
    "DraftSet",
    "Edit",
    "EditKind",
    "Flip",
    "Opinion",
    "SetFinding",
    "apply",
    "disagreements",
    "dissents",
    "edit_words",
    "flip",
    "opinion",
    "opinions",
]
