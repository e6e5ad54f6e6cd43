"""Pages in storage format. Titles are unique in a space; every write names the version it makes."""

from collections.abc import Mapping
from typing import Any

from connect.outbound.confluence.calls import Calls
from connect.outbound.http import Endpoint
from connect.outbound.shapes import Page
from schemas.confluence import WikiPage, WikiPages

GET_PAGES = Endpoint(method="GET", path="api/v2/pages", object_points=1)
CREATE_PAGE = Endpoint(method="POST", path="api/v2/pages")
GET_PAGE = Endpoint(method="GET", path="api/v2/pages/{page}", object_points=1)
UPDATE_PAGE = Endpoint(method="PUT", path="api/v2/pages/{page}")


class Pages(Calls):
    """Pages."""

    def find_page(self, *, space_id: str, title: str) -> Page | None:
        """Return the current page of this title.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-get
        """
        query = {"space-id": space_id, "title": title, "status": "current", "body-format": "storage"}
        found = self._list(GET_PAGES, reply=WikiPages(), of=self._page, query=query)
        return next((page for page in found if page.title == title), None)

    def get_page(self, *, page_id: str) -> Page:
        """Read a page with its body.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-id-get
        Raises: NotFound, for some seconds also for a page just created.
        """
        query = {"body-format": "storage"}
        return self._page(self._sender.load(GET_PAGE, reply=WikiPage(), path={"page": page_id}, query=query))

    def create_page(self, *, space_id: str, title: str, body: str, parent_id: str | None = None) -> Page:
        """Create a page.

        Scope: WRITE. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-post
        Raises: Rejected for a title that stands in the space already, and for a body that is not storage format.
        """
        wanted: dict[str, Any] = {"spaceId": space_id, "status": "current", "title": title, "body": _storage(body)}
        if parent_id is not None:
            wanted["parentId"] = parent_id
        return self._page(self._sender.load(CREATE_PAGE, reply=WikiPage(), body=wanted), body=body)

    def update_page(self, *, page_id: str, title: str, body: str, version: int, message: str) -> Page:
        """Write version `version` of a page, which must be the current one plus 1.

        Scope: WRITE. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-id-put
        Raises: Stale if somebody else wrote meanwhile: read again, merge, try again.
        """
        wanted = {
            "id": page_id,
            "status": "current",
            "title": title,
            "body": _storage(body),
            "version": {"number": version, "message": message},
        }
        path = {"page": page_id}
        return self._page(self._sender.load(UPDATE_PAGE, reply=WikiPage(), path=path, body=wanted), body=body)

    def _page(self, value: Mapping[str, Any], *, body: str = "") -> Page:
        stored = (value["body"] or {}).get("storage")
        webui = value["links"].get("webui") or f"/pages/viewpage.action?pageId={value['id']}"
        return Page(
            id=value["id"],
            title=value["title"],
            space_id=value["space_id"],
            parent_id=value["parent_id"],
            version=value["version"]["number"],
            body=stored["value"] if stored else body,
            author_id=value["version"]["author_id"],
            url=f"{self._sender.base_url}{webui}",
        )


def _storage(body: str) -> dict[str, str]:
    # The library's own page methods leave `representation` out, which answers 500. Source: platform 6.
    return {"representation": "storage", "value": body}
