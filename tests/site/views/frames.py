"""Pages and small endpoints around the app's iframes: where they live, their signed addresses, their tokens.

`/atlassian-connect/all.js` is the app's side of the bridge, as hosts serve it.
"""

from __future__ import annotations

import json
from typing import Any

from flask import Blueprint, Response, render_template, request, send_from_directory

from tests.site.accounts import COOKIE
from tests.site.views.project_list import projects
from tests.site.views.shell import Missing, me, site
from tests.site.views.wiki_model import spaces

routes = Blueprint("frames", __name__)
_PAGE_KINDS = frozenset({"generalPages", "adminPages", "postInstallPage", "configurePage", "jiraProjectPages"})


@routes.get("/atlassian-connect/all.js")
@routes.get("/wiki/atlassian-connect/all.js")
def all_js() -> Response:
    """Serve the app's side of the bridge."""
    answer = send_from_directory(_static(), "all.js", mimetype="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@routes.get("/plugins/servlet/ac/<app_key>/<module>")
@routes.get("/wiki/plugins/servlet/ac/<app_key>/<module>")
def app_page(app_key: str, module: str) -> str:
    """Show a page of the app; parameters named `ac.x` reach it as `x`."""
    app = site().app
    product = _product()
    found = app.descriptor.find_module(module) if app and app.key == app_key else None
    if found is None or found[0] not in _PAGE_KINDS or not app.is_active(product):
        raise Missing("This app page is not available", "The app is not installed, or has no page of that name.")
    if found[0] == "adminPages" and "site-admins" not in me().groups:
        raise Missing("Only for admins", "You need to administer this site to open its app settings.")
    params = {name: value for name, value in request.args.items() if name.startswith("ac.")}
    entries: dict[str, Any] = {"projects": projects()} if product == "jira" else {"spaces": spaces()}
    return render_template(
        "app_page.html", module=module, name=found[1]["name"]["value"], params=params, full=True, page=None, **entries
    )


@routes.get("/_browser/frame")
def frame() -> tuple[dict[str, str], int]:
    """Answer with the signed address of an iframe for the person at the browser."""
    app, product, module = site().app, request.args["product"], request.args["module"]
    if app is None or not app.is_active(product):
        return {"message": "The app is not installed."}, 404
    if app.descriptor.find_module(module) is None:
        return {"message": f"The app has no module {module}."}, 404
    return {"url": app.iframe_url(product, module, _params(), me().account_id)}, 200


@routes.get("/_browser/token")
def token() -> tuple[dict[str, str], int]:
    """Answer with a context token for the person at the browser."""
    app, product, params = site().app, request.args["product"], _params()
    if app is None or not app.is_active(product):
        return {"message": "The app is not installed."}, 404
    context = {
        part: {"key": params.get(f"{part}.key"), "id": params.get(f"{part}.id")}
        for part in ("issue", "project")
        if f"{part}.key" in params
    }
    return {"token": app.context_token(product, me().account_id, context=context)}, 200


@routes.get("/_browser/me")
def who() -> dict[str, str]:
    """Say who sits at the browser."""
    return {"account_id": me().account_id, "name": me().name}


@routes.post("/_browser/user")
def switch() -> tuple[dict[str, str], int] | Response:
    """Let somebody else sit at the browser."""
    account = site().accounts.find(str(request.get_json()["account_id"]))
    if account is None or account.kind != "atlassian":
        return {"message": "There is no such person."}, 404
    answer = Response(json.dumps({"name": account.name}), mimetype="application/json")
    answer.set_cookie(COOKIE, account.account_id, samesite="Lax")
    return answer


def _params() -> dict[str, str]:
    given = json.loads(request.args.get("params") or "{}")
    return {str(name): str(value) for name, value in given.items()}


def _product() -> str:
    return "confluence" if request.path.startswith("/wiki") else "jira"


def _static() -> str:
    from tests.site.views import _HERE

    return str(_HERE / "static")
