"""The tenant. Every other row belongs to one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One customer's Atlassian Cloud site, keyed by cloud id, else host.

    `space_key` is the Confluence space the pages go to; None until somebody chose one.
    """

    id: str
    host: str
    cloud_id: str | None = None
    space_key: str | None = None
    preset: str = "atlassian_play"
    uninstalled_at: datetime | None = None
