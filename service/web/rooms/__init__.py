"""The planning room in the browser: one live region everybody sees, one desk that is yours, one address for every act."""

from service.web.rooms import acts, booking, calendar_file, desk, issues, live, preparing
from service.web.rooms.routes import rooms

__all__ = ["acts", "booking", "calendar_file", "desk", "issues", "live", "preparing", "rooms"]
