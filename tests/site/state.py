"""The site as a whole: what every part of it shares. Not here: behaviour; each part has its own module."""

from __future__ import annotations

import threading
import uuid
from typing import Any

from tests.site.accounts import Accounts
from tests.site.clock import Clock
from tests.site.config import SiteConfig
from tests.site.faults import Faults
from tests.site.installed import InstalledApp
from tests.site.jira.state import JiraState
from tests.site.keys import InstallKeys
from tests.site.limits import Limits
from tests.site.recording import Recorder
from tests.site.webhooks import Webhooks


class Site:
    """Hold both products, the people, the installed app and the counters behind one lock."""

    def __init__(self, config: SiteConfig) -> None:
        self.config = config
        self.lock = threading.RLock()
        self.clock = Clock()
        self.cloud_id = str(uuid.uuid4())
        self.accounts = Accounts()
        self.keys = InstallKeys()
        self.faults = Faults(config.faults)
        self.limits = Limits(points_per_hour=config.points_per_hour)
        self.recorder = Recorder(config.record)
        self.app: InstalledApp | None = None
        self.webhooks = Webhooks(self)
        self.jira = JiraState(self)
        self.wiki: Any = None
        self.company: dict[str, Any] = {}

    def close(self) -> None:
        """Stop the threads and close the files."""
        self.webhooks.stop()
        self.recorder.close()
