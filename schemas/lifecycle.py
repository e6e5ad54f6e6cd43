"""The body of Connect's lifecycle calls. Who may send it is decided by the token, not here."""

from marshmallow import fields, validate

from schemas.base import Received

_short = validate.Length(min=1, max=255)


class UninstalledBody(Received):
    """`uninstalled`: only who it is about matters."""

    client_key = fields.String(required=True, data_key="clientKey", validate=_short)


class InstalledBody(UninstalledBody):
    """`installed`, also sent on every update and re-install, when the secret may be new.

    Source: developer.atlassian.com/cloud/jira/platform/connect-app-descriptor/#lifecycle
    """

    shared_secret = fields.String(
        required=True, data_key="sharedSecret", load_only=True, validate=validate.Length(min=16, max=1024)
    )
    base_url = fields.Url(required=True, data_key="baseUrl", schemes={"http", "https"}, require_tld=False)
    product = fields.String(required=True, data_key="productType", validate=validate.OneOf(["jira", "confluence"]))
    cloud_id = fields.String(data_key="cloudId", allow_none=True, load_default=None, validate=_short)
    oauth_client_id = fields.String(data_key="oauthClientId", allow_none=True, load_default=None)
