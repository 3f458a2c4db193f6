"""The commands of the container's README: their parameters are what the services know."""

import json
import re
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

README = Path(__file__).parents[3] / "infrastructure" / "image_model" / "README.md"
SCALABLE = {"ServiceNamespace": "sagemaker", "ResourceId": "x", "PolicyName": "x"}
SCALABLE |= {"ScalableDimension": "sagemaker:variant:DesiredInstanceCount"}


def argument(option: str) -> Any:
    """The JSON after an option; what the shell puts in between is left as the variable's name."""
    text = README.read_text(encoding="utf-8").partition(f"--{option} '")[2]
    return json.loads(re.sub(r"'\$(\w+)'", r"\1", text).partition("'")[0])


@pytest.mark.parametrize(
    ("service", "operation", "options", "others"),
    [
        (
            "sagemaker",
            "CreateModel",
            {"PrimaryContainer": "primary-container"},
            {"ModelName": "x", "ExecutionRoleArn": "arn:aws:iam::000000000000:role/x"},
        ),
        (
            "sagemaker",
            "CreateEndpointConfig",
            {"ProductionVariants": "production-variants", "AsyncInferenceConfig": "async-inference-config"},
            {"EndpointConfigName": "x"},
        ),
        (
            "application-autoscaling",
            "PutScalingPolicy",
            {"TargetTrackingScalingPolicyConfiguration": "target-tracking-scaling-policy-configuration"},
            {**SCALABLE, "PolicyType": "TargetTrackingScaling"},
        ),
        (
            "application-autoscaling",
            "PutScalingPolicy",
            {"StepScalingPolicyConfiguration": "step-scaling-policy-configuration"},
            {**SCALABLE, "PolicyType": "StepScaling"},
        ),
    ],
)
def test_the_parameters_are_known(
    service: str, operation: str, options: dict[str, str], others: dict[str, Any]
) -> None:
    model: Any = botocore.session.get_session().get_service_model(service)
    given = {**others, **{name: argument(option) for name, option in options.items()}}
    assert ParamValidator().validate(given, model.operation_model(operation).input_shape).generate_report() == ""


def test_the_instances_and_the_driver_exist() -> None:
    model: Any = botocore.session.get_session().get_service_model("sagemaker")
    (variant,) = argument("production-variants")
    assert variant["InstanceType"] in model.shape_for("ProductionVariantInstanceType").enum
    assert "ml.p5.4xlarge" in model.shape_for("ProductionVariantInstanceType").enum
    assert variant["InferenceAmiVersion"] in model.shape_for("ProductionVariantInferenceAmiVersion").enum
