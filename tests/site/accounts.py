"""The people (and apps) of the site. Not here: what they may do (`jira/permissions.py`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Request

COOKIE = "site.account"
_COLOURS = ("#0C66E4", "#1F845A", "#6E5DC6", "#C9372C", "#B65C02", "#206A83", "#943D73", "#4C6B1F")


@dataclass(slots=True)
class Account:
    """Describe one Atlassian account; the e-mail address never leaves in a reply unless its owner asks."""

    account_id: str
    name: str
    colour: str
    active: bool = True
    groups: frozenset[str] = frozenset({"site-users"})
    kind: str = "atlassian"
    title: str = ""

    @property
    def email(self) -> str:
        """Return the sign-in address, used by Basic authentication only."""
        return f"{self.account_id}@harborpine.example"

    @property
    def api_token(self) -> str:
        """Return the account's API token; known to tests, worthless elsewhere."""
        return f"api-token-of-{self.account_id}"

    @property
    def initials(self) -> str:
        """Return one or two letters for the avatar."""
        words = self.name.split()
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()


class Accounts:
    """Keep every account of the site."""

    def __init__(self) -> None:
        self._by_id: dict[str, Account] = {}

    def add(
        self,
        account_id: str,
        name: str,
        *,
        groups: Iterable[str] = ("site-users",),
        kind: str = "atlassian",
        title: str = "",
        active: bool = True,
    ) -> Account:
        """Add a person or an app."""
        colour = _COLOURS[len(self._by_id) % len(_COLOURS)]
        account = Account(account_id, name, colour, active, frozenset(groups), kind, title)
        self._by_id[account_id] = account
        return account

    def find(self, account_id: str | None) -> Account | None:
        """Return the account or None."""
        return self._by_id.get(account_id or "")

    def get(self, account_id: str) -> Account:
        """Return the account. Raises: KeyError when there is none."""
        return self._by_id[account_id]

    def all(self) -> list[Account]:
        """Return everybody, in the order they joined."""
        return list(self._by_id.values())

    def people(self) -> list[Account]:
        """Return the human accounts, in the order they joined."""
        return [account for account in self._by_id.values() if account.kind == "atlassian"]

    def by_email(self, email: str) -> Account | None:
        """Return the account that signs in with this address."""
        return next((account for account in self._by_id.values() if account.email == email), None)

    def current(self, request: Request) -> Account:
        """Return who sits at the browser: the cookie's account, else the first person."""
        chosen = self.find(request.cookies.get(COOKIE))
        return chosen if chosen and chosen.kind == "atlassian" else self.people()[0]
