"""Jira's number fields as people know them: by name. Their ids when Jira cannot say."""

from collections import Counter
from collections.abc import Iterable, Mapping

from connect.errors import ProductError
from service.usecases.list_number_fields import list_number_fields
from service.usecases.needs import NoInstallation
from service.web.call import Call


def field_names(call: Call) -> Mapping[str, str]:
    """Return name by id, a name that occurs twice with its id; empty when Jira cannot say."""
    try:
        found = list_number_fields(parts=call.parts, site_id=call.site_id)
    except (NoInstallation, ProductError):
        return {}
    often = Counter(each.name for each in found)
    return {each.id: each.name if often[each.name] == 1 else f"{each.name} ({each.id})" for each in found}


def field_choices(call: Call, *, chosen: Iterable[str | None] = ()) -> list[tuple[str, str]]:
    """Return the fields to choose from, `chosen` ones even if they are gone; none when Jira cannot say, then ids are typed."""
    names = field_names(call)
    gone = {each: each for each in chosen if each and each not in names}
    return [("", "None"), *names.items(), *gone.items()] if names else []
