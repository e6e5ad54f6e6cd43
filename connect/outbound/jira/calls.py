"""What all groups of Jira calls share: the sender."""

from connect.outbound.http import Sender


class Calls:
    """Base of the groups."""

    def __init__(self, *, sender: Sender) -> None:
        self._sender = sender
