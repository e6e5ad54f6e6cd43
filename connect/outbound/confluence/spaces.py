"""Spaces."""

from collections.abc import Mapping
from typing import Any

from connect.outbound.confluence.calls import Calls
from connect.outbound.http import Endpoint
from connect.outbound.shapes import Space
from schemas.confluence import SpacePage

GET_SPACES = Endpoint(method="GET", path="api/v2/spaces", object_points=1)


class Spaces(Calls):
    """Where pages can be."""

    def space(self, *, key: str) -> Space | None:
        """Return the space with this key, None if there is none the app may see.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get
        """
        found = self._list(GET_SPACES, reply=SpacePage(), of=_space, query={"keys": key})
        return next((space for space in found if space.key == key), None)

    def spaces(self) -> tuple[Space, ...]:
        """Return the shared spaces the app may see, without personal ones.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-get
        """
        found = self._list(GET_SPACES, reply=SpacePage(), of=_space, query={"status": "current"}, expect=25)
        return tuple(space for space in found if not space.key.startswith("~"))


def _space(value: Mapping[str, Any]) -> Space:
    return Space(id=value["id"], key=value["key"], name=value["name"], homepage_id=value["homepage_id"])
