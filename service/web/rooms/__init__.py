"""The planning room in the browser: one live region everybody sees, one desk that is yours, one address for every act."""

from service.web.rooms import acts, booking, desk, issues, live
from service.web.rooms.routes import rooms

__all__ = ["acts", "booking", "desk", "issues", "live", "rooms"]
