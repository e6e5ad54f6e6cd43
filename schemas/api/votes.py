"""Sealed votes of confidence and what they turned out to be worth, in the API. Units: shares 0.0–1.0."""

from marshmallow import fields, validate

from schemas.api.base import Strict, identifier, share, text, word

ROUND_STATES = ("sealing", "revealing", "closed")
SEAL = validate.Regexp(r"^[0-9a-f]{64}$", error="Give the 64 lower-case hexadecimal digits of a SHA-256.")


class Seal(Strict):
    """SHA-256 of four lines (joined by line feeds): key result id, your account id, the confidence as a decimal with at least one
    digit after the point (0.65, 1.0), and a nonce of at least 16 characters that you keep until the reveal.
    """

    seal = fields.String(required=True, validate=SEAL)


class Reveal(Strict):
    """What was sealed."""

    confidence = share(required=True)
    nonce = text(at_least=1, at_most=200, required=True)


class VoteSummary(Strict):
    """Withheld (null) below three votes, so that nobody's own can be read off it."""

    votes = fields.Integer()
    median = share(allow_none=True)
    lowest = share(allow_none=True)
    highest = share(allow_none=True)


class VoteRound(Strict):
    """A round; `summary` is null until it is closed."""

    key_result_id = identifier()
    name = fields.String()
    state = word(ROUND_STATES)
    sealed = fields.Integer()
    revealed = fields.Integer()
    is_mine_sealed = fields.Boolean()
    summary = fields.Nested(VoteSummary, allow_none=True)


class CalibrationQuery(Strict):
    """A confidence that is about to be stated."""

    confidence = share(load_default=None)


class ReliabilityRow(Strict):
    """Of `number` key results with a confidence from `lower` to `upper`: what was stated, what was kept."""

    lower = share()
    upper = share()
    number = fields.Integer()
    stated = share()
    kept = share()


class Calibrated(Strict):
    """What a stated confidence is worth; `sentence` says it."""

    stated = share()
    probability = share()
    number = fields.Integer()
    is_pooled = fields.Boolean()
    sentence = fields.String()


class Calibration(Strict):
    """A team's record; all teams' (`is_pooled`) while it has fewer than ten closed key results."""

    team_id = identifier()
    number = fields.Integer()
    is_pooled = fields.Boolean()
    brier = share(allow_none=True)
    reliability = fields.List(fields.Nested(ReliabilityRow))
    calibrated = fields.Nested(Calibrated, allow_none=True)
