"""What the app's template says about its WebSocket API beyond Chalice: its name, its limits, its deployment."""

import hashlib
from typing import Any

from infrastructure.chalice_config import Config
from infrastructure.naming import APP_NAME, LIVE_FUNCTIONS, function_name, logical_id
from infrastructure.templates import Template

API, STAGE, DEPLOYMENT = "WebsocketAPI", "WebsocketAPIStage", "WebsocketAPIDeployment"
DEPLOYMENT_TYPE = "AWS::ApiGatewayV2::Deployment"
# Of messages from clients; what is pushed to them does not count.
MESSAGES_PER_SECOND, MESSAGES_AT_ONCE = 100, 200


def live_overlay(config: Config, stage: str) -> dict[str, Any]:
    """Chalice's deployment keeps its id, so CloudFormation would never deploy other routes: this one's changes.

    Chalice's own stays in the template, and no stage refers to it.
    """
    routes = [f"{logical_id(function)}Route" for function in LIVE_FUNCTIONS]
    deployment = f"{DEPLOYMENT}{_fingerprint(stage, routes)}"
    return {
        API: {"Properties": {"Name": f"{APP_NAME}-{stage}-live"}},
        deployment: {
            "Type": DEPLOYMENT_TYPE,
            "DependsOn": routes,
            "Properties": {"ApiId": {"Ref": API}},
        },
        STAGE: {
            "Properties": {
                "DeploymentId": {"Ref": deployment},
                "StageName": config["stages"][stage]["api_gateway_stage"],
                "DefaultRouteSettings": {
                    "ThrottlingRateLimit": MESSAGES_PER_SECOND,
                    "ThrottlingBurstLimit": MESSAGES_AT_ONCE,
                },
            }
        },
    }


def without_deployments(template: Template) -> Template:
    """For MiniStack, which does not know the type, and serves routes without having them deployed."""
    resources = {name: each for name, each in template["Resources"].items() if each["Type"] != DEPLOYMENT_TYPE}
    if STAGE in resources:
        properties = {name: value for name, value in resources[STAGE]["Properties"].items() if name != "DeploymentId"}
        resources[STAGE] = {**resources[STAGE], "Properties": properties}
    return {**template, "Resources": resources}


def live_url(config: Config, stage: str) -> dict[str, str]:
    api_stage = config["stages"][stage]["api_gateway_stage"]
    return {"Fn::Sub": f"wss://${{{API}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}/{api_stage}"}


def _fingerprint(stage: str, routes: list[str]) -> str:
    """Of all that a deployment of the API takes a picture of."""
    targets = [function_name(stage, function) for function in LIVE_FUNCTIONS]
    return hashlib.sha256("\n".join([*routes, *targets]).encode()).hexdigest()[:8]
