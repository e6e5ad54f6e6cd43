"""The schema of every act, made once from what the act declares; and the act that a loaded body stands for."""

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any

from marshmallow import Schema

from schemas.api.acts import act_schema
from service.domain.room import ACTS, Act, read
from service.domain.room.log import hints, plain


@cache
def schema_of(kind: str) -> type[Schema]:
    """Return the schema of an act. Raises: KeyError for an unknown kind."""
    act: Any = ACTS[kind]
    declared = dataclasses.fields(act)
    return act_schema(
        name=act.__name__,
        hints=hints(act),
        defaults={each.name: _default(each) for each in declared if _may_be_left_out(each)},
        limits={each.name: each.metadata for each in declared},
    )


def act_of(kind: str, loaded: Mapping[str, Any]) -> tuple[str, Act]:
    """Return the act's id and the act."""
    fields = {name: plain(value) for name, value in loaded.items() if name != "act_id"}
    return str(loaded["act_id"]), read(kind=kind, data=fields)


def _may_be_left_out(field: "dataclasses.Field[Any]") -> bool:
    return field.default is not dataclasses.MISSING


def _default(field: "dataclasses.Field[Any]") -> Any:
    return plain(field.default)
