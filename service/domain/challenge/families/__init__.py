"""The library: every metric family we know, by key. Rows stand in one file an area; looking one up in a text is elsewhere."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.challenge.families import (
    engineering,
    finance,
    marketing,
    operations,
    people,
    product,
    reliability,
    sales,
    support,
)
from service.domain.challenge.shapes import Family

FAMILIES: Final[Mapping[str, Family]] = MappingProxyType(
    {
        each.key: each
        for area in (sales, finance, marketing, product, support, engineering, reliability, people, operations)
        for each in area.FAMILIES
    }
)
