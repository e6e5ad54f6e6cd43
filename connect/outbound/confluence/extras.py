"""What hangs on a page: content properties, labels, attachments. Labels and uploads exist in the first API only."""

from collections.abc import Mapping, Sequence
from typing import Any

from connect.errors import Stale
from connect.outbound.confluence.calls import Calls
from connect.outbound.http import Endpoint
from connect.outbound.shapes import Attachment, PageProperty
from schemas.confluence import Attachments, Labels, PageProperties, Readers, UploadedAttachments
from schemas.confluence import PageProperty as PropertyReply

GET_PROPERTIES = Endpoint(method="GET", path="api/v2/pages/{page}/properties", object_points=1)
CREATE_PROPERTY = Endpoint(method="POST", path="api/v2/pages/{page}/properties")
UPDATE_PROPERTY = Endpoint(method="PUT", path="api/v2/pages/{page}/properties/{property}")
GET_LABELS = Endpoint(method="GET", path="api/v2/pages/{page}/labels", object_points=1)
ADD_LABELS = Endpoint(method="POST", path="rest/api/content/{page}/label")
GET_READERS = Endpoint(
    method="GET", path="rest/api/content/{page}/restriction/byOperation/{operation}", object_points=1
)
GET_ATTACHMENTS = Endpoint(method="GET", path="api/v2/pages/{page}/attachments", object_points=1)
PUT_ATTACHMENT = Endpoint(method="PUT", path="rest/api/content/{page}/child/attachment")

# How often a property is read again after somebody else wrote it in between. Source: platform 5.
PROPERTY_TRIES = 3


class PageExtras(Calls):
    """Properties, labels and attachments of pages."""

    def get_property(self, *, page_id: str, key: str) -> PageProperty | None:
        """Return a content property of a page.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-content-properties/#api-pages-page-id-properties-get
        """
        found = self._list(
            GET_PROPERTIES, reply=PageProperties(), of=_property, path={"page": page_id}, query={"key": key}
        )
        return next((one for one in found if one.key == key), None)

    def put_property(self, *, page_id: str, key: str, value: object) -> PageProperty:
        """Set a content property, whether it stands there or not; an equal value is not written again.

        Scope: WRITE. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-content-properties/#api-pages-page-id-properties-property-id-put
        Raises: Stale if others wrote it in between again and again.
        """
        for attempt in range(1, PROPERTY_TRIES + 1):
            stands = self.get_property(page_id=page_id, key=key)
            if stands is not None and stands.value == value:
                return stands
            try:
                return self._write_property(page_id=page_id, key=key, value=value, stands=stands)
            except Stale:
                if attempt == PROPERTY_TRIES:
                    raise
        raise AssertionError("the last try returns or raises")

    def labels(self, *, page_id: str) -> frozenset[str]:
        """Return the labels of a page.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-label/#api-pages-id-labels-get
        """
        found = self._list(
            GET_LABELS, reply=Labels(), of=lambda one: str(one["name"]), path={"page": page_id}, expect=3
        )
        return frozenset(found)

    def add_labels(self, *, page_id: str, labels: Sequence[str]) -> None:
        """Add labels to a page; those it has stay.

        Scope: WRITE. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-labels/#api-wiki-rest-api-content-id-label-post
        """
        if labels:
            body = [{"prefix": "global", "name": label} for label in labels]
            self._sender.send(ADD_LABELS, path={"page": page_id}, body=body)

    def is_restricted(self, *, page_id: str) -> bool:
        """Tell whether only some of those who see the space may read the page.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-restrictions/#api-wiki-rest-api-content-id-restriction-byoperation-operationkey-get
        """
        found = self._sender.load(GET_READERS, reply=Readers(), path={"page": page_id, "operation": "read"})
        return bool(found["restrictions"]["user"]["results"] or found["restrictions"]["group"]["results"])

    def attachments(self, *, page_id: str) -> tuple[Attachment, ...]:
        """Return the files attached to a page.

        Scope: READ. https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-attachment/#api-pages-id-attachments-get
        """
        found = self._list(GET_ATTACHMENTS, reply=Attachments(), of=_attachment, path={"page": page_id}, expect=5)
        return tuple(found)

    def put_attachment(self, *, page_id: str, filename: str, content: bytes, media_type: str, comment: str = "") -> str:
        """Attach a file, as a new version if the name stands there, without notifying anybody; return its id.

        Scope: WRITE. https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content---attachments/#api-wiki-rest-api-content-id-child-attachment-put
        """
        files: dict[str, Any] = {"file": (filename, content, media_type)}
        if comment:
            files["comment"] = (None, comment, "text/plain; charset=utf-8")
        reply = self._sender.load(PUT_ATTACHMENT, reply=UploadedAttachments(), path={"page": page_id}, files=files)
        return next((str(one["id"]) for one in reply["results"] if one["title"] == filename), "")

    def _write_property(self, *, page_id: str, key: str, value: object, stands: PageProperty | None) -> PageProperty:
        body: dict[str, Any] = {"key": key, "value": value}
        if stands is None:
            return _property(
                self._sender.load(CREATE_PROPERTY, reply=PropertyReply(), path={"page": page_id}, body=body)
            )
        body["version"] = {"number": stands.version + 1, "message": ""}
        path = {"page": page_id, "property": stands.id}
        return _property(self._sender.load(UPDATE_PROPERTY, reply=PropertyReply(), path=path, body=body))


def _property(value: Mapping[str, Any]) -> PageProperty:
    return PageProperty(id=value["id"], key=value["key"], version=value["version"]["number"], value=value["value"])


def _attachment(value: Mapping[str, Any]) -> Attachment:
    return Attachment(id=value["id"], filename=value["title"], media_type=value["media_type"], comment=value["comment"])
