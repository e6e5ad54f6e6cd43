"""What a view needs to know about the request at hand: the parts, the site, the person. Not here: what is done with them."""

from dataclasses import dataclass

from flask import current_app

from connect.inbound.guards import principal
from service.domain.errors import Forbidden
from service.usecases.needs import Needs


class NoPerson(Forbidden):
    """The token names no person, so nobody could be held to the change."""

    code = "person_required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One verified call: which site, and by whom if the token names a person."""

    parts: Needs
    site_id: str
    by: str | None

    def person(self) -> str:
        """Return the account id of the person who calls.

        Raises: NoPerson.
        """
        if self.by is None:
            raise NoPerson(
                "This change needs a person: the token that came with it names none. Sign in to Jira and try again."
            )
        return self.by


def parts() -> Needs:
    """Return what the app was built with."""
    needs: Needs = current_app.extensions["northstar"]
    return needs


def this_call() -> Call:
    """Return the verified call being answered."""
    who = principal()
    if who.site_id is None:
        raise Forbidden("This address is for people of a site; the token names no site.")
    return Call(parts=parts(), site_id=who.site_id, by=who.account_id)
