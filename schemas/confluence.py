"""The replies of Confluence's REST API that we read, as far as we read them. No meaning is made here."""

from marshmallow import fields

from schemas.base import IdText, Received


class _Links(Received):
    next = fields.String(load_default=None, allow_none=True)
    webui = fields.String(load_default=None, allow_none=True)
    base = fields.String(load_default=None, allow_none=True)


class _Page(Received):
    links = fields.Nested(_Links, data_key="_links", load_default=dict)


class Space(Received):
    """A space."""

    id = IdText(required=True)
    key = fields.String(required=True)
    name = fields.String(required=True)
    homepage_id = IdText(data_key="homepageId", load_default=None, allow_none=True)


class SpacePage(_Page):
    """A page of spaces."""

    results = fields.List(fields.Nested(Space), required=True)


class _Version(Received):
    number = fields.Integer(required=True)
    author_id = fields.String(data_key="authorId", load_default=None, allow_none=True)


class _Storage(Received):
    value = fields.String(required=True)


class _Body(Received):
    storage = fields.Nested(_Storage, load_default=None, allow_none=True)


class WikiPage(Received):
    """A page of the wiki; the body is there only when it was asked for."""

    id = IdText(required=True)
    title = fields.String(required=True)
    space_id = IdText(required=True, data_key="spaceId")
    parent_id = IdText(data_key="parentId", load_default=None, allow_none=True)
    version = fields.Nested(_Version, required=True)
    body = fields.Nested(_Body, load_default=None, allow_none=True)
    links = fields.Nested(_Links, data_key="_links", load_default=dict)


class WikiPages(_Page):
    """A list of pages."""

    results = fields.List(fields.Nested(WikiPage), required=True)


class PageProperty(Received):
    """A content property with its own version."""

    id = IdText(required=True)
    key = fields.String(required=True)
    value = fields.Raw(required=True, allow_none=True)
    version = fields.Nested(_Version, required=True)


class PageProperties(_Page):
    """A list of content properties."""

    results = fields.List(fields.Nested(PageProperty), required=True)


class _Label(Received):
    name = fields.String(required=True)


class Labels(_Page):
    """A list of labels."""

    results = fields.List(fields.Nested(_Label), required=True)


class _Named(Received):
    results = fields.List(fields.Raw(), load_default=list)


class _Restrictions(Received):
    user = fields.Nested(_Named, load_default=lambda: {"results": []})
    group = fields.Nested(_Named, load_default=lambda: {"results": []})


class Readers(Received):
    """To whom reading a page is restricted; nobody means that everybody who sees the space may."""

    restrictions = fields.Nested(
        _Restrictions, load_default=lambda: {"user": {"results": []}, "group": {"results": []}}
    )


class _Attachment(Received):
    id = IdText(required=True)
    title = fields.String(required=True)
    media_type = fields.String(data_key="mediaType", load_default=None, allow_none=True)
    comment = fields.String(load_default=None, allow_none=True)


class Attachments(_Page):
    """A list of attachments."""

    results = fields.List(fields.Nested(_Attachment), required=True)


class _Uploaded(Received):
    id = IdText(required=True)
    title = fields.String(required=True)


class UploadedAttachments(Received):
    """Reply of the first API to an upload."""

    results = fields.List(fields.Nested(_Uploaded), required=True)
