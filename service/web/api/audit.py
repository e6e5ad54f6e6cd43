"""The audit of one text over HTTP, fast enough to be asked while somebody types. Nothing is kept."""

from flask import Blueprint

from schemas.api.audit import Audit, AuditRequest
from service.usecases.audit_text import audit_text as judge
from service.web.api.routing import Operation, Request, route

audit = Blueprint("api_audit", __name__)


@route(audit, "/audit", Operation(method="POST", summary="Audit one text", takes=AuditRequest, gives=Audit))
def audit_text(request: Request) -> object:
    """Return the verdict, the findings in decision order and a better sentence."""
    return judge(**request.body)
