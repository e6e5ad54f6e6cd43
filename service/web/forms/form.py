"""The frame of every form: load, act, answer. Not here: which fields there are (templates/forms) or what they mean."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Response, make_response, render_template, request
from marshmallow import EXCLUDE, Schema, ValidationError

from connect.errors import ProductError
from service.domain.errors import DomainError
from service.web.problems import as_refusal, field_messages

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form template shows: typed values, messages by field, a message for the whole."""

    ident: str
    action: str
    values: Values = field(default_factory=dict)
    errors: Mapping[str, list[str]] = field(default_factory=dict)
    refused: str = ""


def show(template: str, context: Values | None = None, *, values: Values | None = None) -> str:
    """Return a fresh form; `context` holds its choices, `values` what is filled in already."""
    return render_template(
        template, form=Form(ident=_ident(), action=request.full_path, values=values or {}), **(context or {})
    )


def submit(
    template: str,
    context: Values | None = None,
    *,
    schema: type[Schema],
    act: Callable[[dict[str, Any]], object],
    said: str,
    read: Callable[[dict[str, str]], dict[str, Any]] | None = None,
) -> Response:
    """Load what was typed, act, and answer with nothing but events; or with the form and what is wrong with it.

    `read` turns typed texts into what `schema` loads. Blank fields count as absent.
    """
    typed = {name: value for name, value in request.form.items() if value.strip()}
    try:
        loaded = schema(unknown=EXCLUDE).load(read(dict(typed)) if read else typed)
        act(dict(loaded))
    except (ValidationError, DomainError, ProductError) as error:
        form = _refused(error, typed)
        return make_response(render_template(template, form=form, **(context or {})), 422)
    return done(said)


def done(said: str) -> Response:
    """Answer that a change was made; live regions refresh and the flag says so."""
    response = make_response("", 200)
    response.headers["HX-Trigger-After-Swap"] = json.dumps({"northstar:changed": "", "northstar:said": said})
    return response


def percent_to_share(values: dict[str, Any], name: str) -> dict[str, Any]:
    """Return `values` with the typed percent of `name` as a share, if it is a number at all."""
    try:
        return {**values, name: float(values[name]) / 100}
    except (KeyError, ValueError):
        return values


def _refused(error: Exception, typed: Values) -> Form:
    if isinstance(error, ValidationError):
        errors, refused = _by_field(field_messages(error)), ""
    else:
        told = as_refusal(error)
        errors = {told.field: [told.detail]} if told.field and told.field in request.form else {}
        refused = "" if errors else told.detail
    hidden = [message for name, messages in errors.items() if name not in request.form for message in messages]
    return Form(
        ident=_ident(),
        action=request.full_path,
        values=typed,
        errors=errors,
        refused=refused or " ".join(hidden),
    )


def _by_field(messages: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the messages under the names of the form: what is wrong with one of a list stands at the list."""
    found: dict[str, list[str]] = {}
    for name, texts in messages.items():
        shown = name if name in request.form else name.partition(".")[0]
        found.setdefault(shown, []).extend(texts)
    return found


def _ident() -> str:
    return "f-" + re.sub(r"[^a-z0-9]+", "-", request.full_path.rsplit("/fragments/", 1)[-1].lower()).strip("-")
