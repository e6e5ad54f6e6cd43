"""Choosing a person by typing part of the name."""

from flask import render_template, request

from schemas.api.people import PeopleSearch
from service.usecases.find_people import find_people
from service.web.call import this_call
from service.web.forms.routes import form_view


@form_view("/people/<project_key>", "GET")
def people_found(project_key: str) -> str:
    """Return people whose name matches, as choices of the form that asked."""
    query = request.args.get("person_query", "").strip()
    if not query:
        return ""
    call = this_call()
    asked = PeopleSearch().load({"query": query, "project_key": project_key})
    found = find_people(parts=call.parts, site_id=call.site_id, **asked)
    return render_template("forms/people_found.html", people=found, query=query)
