"""What one run of the site is started with. Not here: reading a command line (`__main__`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """Hold one run's settings.

    Units: *_s seconds, *_ms milliseconds, points as Atlassian counts them.
    Source: platform.md 3.1 (five retries), 4 (65,000 points an hour; bursts per second; writes per issue).
    """

    port: int
    app_url: str
    host: str = "127.0.0.1"
    latency_ms: int = 0
    issues: int = 20
    record: Path | None = None
    faults: tuple[str, ...] = ()
    company: bool = False
    webhook_retry_s: float = 300.0
    webhook_timeout_s: float = 10.0
    points_per_hour: int = 65_000
    burst_read_per_s: int = 100
    burst_write_per_s: int = 50
    beta_headers: bool = False
    screens_on_install: bool = True
    index_lag_s: float = 5.0
    token_ttl_s: int = 180

    @property
    def origin(self) -> str:
        """Return scheme, host and port: Jira's base URL and the parent of the app's iframes."""
        return f"http://{self.host}:{self.port}"

    def base_url(self, product: str) -> str:
        """Return the base URL a product is installed under; Confluence lives below /wiki."""
        return f"{self.origin}/wiki" if product == "confluence" else self.origin
