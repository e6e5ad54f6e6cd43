"""The Confluence client: one method per operation, grouped by what they are about. Sending is `outbound/http.py`'s."""

from connect.outbound.confluence.extras import PageExtras
from connect.outbound.confluence.pages import Pages
from connect.outbound.confluence.spaces import Spaces


class ConfluenceClient(Spaces, Pages, PageExtras):
    """Everything we ask of one Confluence site. Its address ends in `/wiki`; all paths are relative to that.

    Every method may raise the errors of `Sender`; the docstrings name only what is special.
    Documentation: https://developer.atlassian.com/cloud/confluence/rest/v2/
    """
