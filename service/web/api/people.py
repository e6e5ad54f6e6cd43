"""People over HTTP: names as Jira shows them at this moment."""

from flask import Blueprint

from schemas.api.people import PeopleQuery, PeopleSearch, Person
from service.usecases.find_people import find_people as find
from service.usecases.read_people import read_people as read
from service.web.api.routing import Operation, Request, route

people = Blueprint("api_people", __name__)


@route(
    people, "/people", Operation(method="GET", summary="Names of people", query=PeopleQuery, gives=Person, many=True)
)
def read_people(request: Request) -> object:
    """Return the people whose account ids are named; unknown ones are left out."""
    return read(**request.scope, account_ids=tuple(request.query["account_id"]))


@route(
    people,
    "/people/search",
    Operation(method="GET", summary="Find people by name", query=PeopleSearch, gives=Person, many=True),
)
def find_people(request: Request) -> object:
    """Return people whose name matches."""
    return find(**request.scope, **request.query)
