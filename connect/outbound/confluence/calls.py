"""What all groups of Confluence calls share: the sender, and lists that go on behind a cursor."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from marshmallow import Schema

from connect.outbound.http import Endpoint, Sender
from connect.outbound.paging import by_token

PAGE_SIZE = 100
Item = TypeVar("Item")


class Calls:
    """Base of the groups."""

    def __init__(self, *, sender: Sender) -> None:
        self._sender = sender

    def _list(
        self,
        endpoint: Endpoint,
        *,
        reply: Schema,
        of: Callable[[Mapping[str, Any]], Item],
        path: Mapping[str, str] | None = None,
        query: Mapping[str, str | int] | None = None,
        expect: int = 1,
    ) -> Iterator[Item]:
        """Yield all items of a list.

        The reply names its next page by an address; only the cursor in it is used, so that no reply can send us
        elsewhere.
        """

        def page(cursor: str | None) -> tuple[list[Item], str | None]:
            loaded = self._sender.load(
                endpoint,
                reply=reply,
                expect=expect,
                count=lambda loaded: len(loaded["results"]),
                path=path,
                query={"limit": PAGE_SIZE, **(query or {}), **({"cursor": cursor} if cursor else {})},
            )
            following = loaded["links"].get("next") or ""
            return [of(one) for one in loaded["results"]], _cursor_of(following)

        return by_token(page)


def _cursor_of(address: str) -> str | None:
    return next(iter(parse_qs(urlsplit(address).query).get("cursor", [])), None)
