"""A plan as a file, over HTTP."""

from flask import Blueprint, Response, jsonify

from schemas.api.exchange import ExportQuery, Import, Imported
from service.domain.exchange import json_schema, rows_of_csv, rows_of_document, to_csv
from service.usecases.export_plan import export_plan
from service.usecases.import_plan import import_plan
from service.web.api.routing import Operation, Request, route

exchange = Blueprint("api_exchange", __name__)


@route(
    exchange, "/export", Operation(method="GET", summary="Write the plan as a file", query=ExportQuery, is_file=True)
)
def export_file(request: Request) -> object:
    """Return the plan as JSON or CSV."""
    whole = export_plan(**request.scope, cycle_key=request.query["cycle"])
    if request.query["format"] == "json":
        return jsonify(whole)
    named = {"Content-Disposition": 'attachment; filename="northstar.csv"'}
    return Response(to_csv(document=whole), mimetype="text/csv", headers=named)


@route(exchange, "/export/schema", Operation(method="GET", summary="Read the JSON Schema of the file", is_file=True))
def export_schema(request: Request) -> object:  # noqa: ARG001  every view takes the request
    """Return the schema that every JSON export fulfils."""
    return jsonify(json_schema())


@route(exchange, "/import", Operation(method="POST", summary="Add a plan from a file", takes=Import, gives=Imported))
def import_file(request: Request) -> object:
    """Add what the file says and the site does not have: all of it or nothing."""
    text, data = request.body["csv"], request.body["document"]
    rows = rows_of_document(data=data) if text is None else rows_of_csv(text=text)
    return import_plan(**request.authored, rows=rows, dry_run=request.body["dry_run"])
