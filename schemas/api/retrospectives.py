"""How teams look back, in the API: exactly four questions (T-02)."""

from typing import Any

from marshmallow import fields

from schemas.api.base import LONG_TEXT, Strict, identifier, text


def _answer(question: str) -> fields.String:
    return text(at_least=1, at_most=LONG_TEXT, required=True, metadata={"description": question})


class Answers(Strict):
    """The four answers; one sentence each is enough."""

    achieved = _answer("What did we achieve, and what did we miss?")
    stuck = _answer("What was carried over, or got stuck?")
    surprises = _answer("What surprised us, for better or worse?")
    changed = _answer("What has changed in the business since?")


class Retrospective(Strict):
    """A team's answers about one cycle."""

    cycle_id = identifier()
    team_id = identifier()
    answers: Any = fields.Nested(Answers)
    author = fields.String()
    at = fields.AwareDateTime()


class EnablerEnd(Strict):
    """What an enabler came to: was it delivered, did anything move that it should unlock?"""

    key_result_id = identifier()
    title = fields.String()
    is_delivered = fields.Boolean()
    has_moved = fields.Boolean()


class LookBack(Strict):
    """A team's answers about one cycle, with what its enablers came to."""

    cycle_id = identifier(attribute="retrospective.cycle_id")
    team_id = identifier(attribute="retrospective.team_id")
    answers: Any = fields.Nested(Answers, attribute="retrospective.answers")
    author = fields.String(attribute="retrospective.author")
    at = fields.AwareDateTime(attribute="retrospective.at")
    enablers = fields.List(fields.Nested(EnablerEnd))
