"""The shapes of a text sent for auditing and of the audit that comes back. No judgement here."""

from marshmallow import fields, validate

from schemas.api.base import Strict, finite

#: The longest text taken; more is refused, not cut in silence. Units: characters.
MAX_TEXT_CHARS = 65_536
KINDS = ("kr", "objective")
VERDICTS = (
    "good", "task", "no-number", "kpi", "vanity", "vague", "kr-as-objective", "kitchen-sink", "binary", "sandbag", "impossible",
)  # fmt: skip
SEVERITIES = ("error", "warning", "info")


class AuditRequest(Strict):
    """One text to judge, with what is known beside it. Units: `baseline` and `target` in `unit`."""

    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    text = fields.String(required=True, validate=validate.Length(max=MAX_TEXT_CHARS))
    baseline = fields.Float(load_default=None, allow_none=True, validate=finite)
    target = fields.Float(load_default=None, allow_none=True, validate=finite)
    unit = fields.String(load_default="", validate=validate.Length(max=64))
    due_on = fields.Date(load_default=None, allow_none=True)
    in_cycle = fields.Boolean(load_default=False)
    waived = fields.Boolean(load_default=False)
    preset = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=64))
    language = fields.String(load_default="en", validate=validate.Length(max=16))
    show_all = fields.Boolean(load_default=False)


class Finding(Strict):
    """What one rule says about the text; `suggestion` holds a weak and a strong wording, or the way out."""

    rule = fields.String(required=True)
    severity = fields.String(required=True, validate=validate.OneOf(SEVERITIES))
    message = fields.String(required=True)
    suggestion = fields.String(required=True)
    source = fields.String(required=True)


class Audit(Strict):
    """The verdict, the findings in decision order, and a better sentence where there is one."""

    verdict = fields.String(required=True, validate=validate.OneOf(VERDICTS))
    findings = fields.List(fields.Nested(Finding), required=True)
    rewrite = fields.String(required=True)
