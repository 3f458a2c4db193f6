"""The deployment itself over HTTP: health, info, who I am, the description of the API."""

from chalicelib import VERSION
from chalicelib.entrypoints.http.call import Call
from chalicelib.entrypoints.http.deployment import deep_health, deployment_info
from chalicelib.entrypoints.http.models_service import CallerView, DeepHealthView, HealthQuery, HealthView, InfoView
from chalicelib.entrypoints.http.operation import Access, Answer
from chalicelib.entrypoints.http.routes import ApiRoutes, operations_of

blueprint = ApiRoutes(__name__, tag="Service")


@blueprint.route("/health", answers={200: HealthView | DeepHealthView, 503: DeepHealthView}, access=Access.PUBLIC)
def check_health(call: Call, query: HealthQuery) -> Answer:
    """Is it alive?

    Without `deep` nothing else is asked. With it, the store, the queues and the consumers are; 503 if one fails.
    """
    if query.deep:
        return deep_health(call)
    return Answer(HealthView(status="ok", stage=call.platform.settings.stage, version=VERSION))


@blueprint.route("/info", answers={200: InfoView}, access=Access.PUBLIC)
def show_info(call: Call) -> InfoView:
    """What this deployment is and can do"""
    return deployment_info(call.platform)


@blueprint.route("/v1/me", answers={200: CallerView})
def show_caller(call: Call) -> CallerView:
    """Whose API key this is"""
    return CallerView(user_id=call.principal.user_id, role=call.principal.role)


@blueprint.route("/openapi.json", answers={200: None}, access=Access.PUBLIC)
def show_openapi(call: Call) -> Answer:
    """The description of this API: OpenAPI 3.1"""
    from chalicelib.entrypoints.http.openapi import openapi_text

    app = blueprint.current_app
    text = openapi_text(operations_of(app), call.platform.catalogue, call.base_url)
    return Answer(text=text, headers={"Content-Type": "application/json"})


@blueprint.route("/docs", answers={200: None}, access=Access.PUBLIC)
def show_docs(_call: Call) -> Answer:
    """The description of this API as a page to read and try"""
    from chalicelib.entrypoints.http.docs_page import docs_page

    page = docs_page()
    return Answer(text=page.text, headers=page.headers)
