"""What is wrong with a field, in Chinese: pydantic and the services say it in English."""

import re

from chalicelib.domain.errors import FieldProblem
from chalicelib.entrypoints.http.details_zh import in_chinese

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
QUOTED = re.compile(r"'([^']*)'")

ZH_BY_CODE = {
    "missing": "缺少此字段",
    "extra_forbidden": "不允许出现此字段",
    "unknown_parameter": "没有此查询参数",
    "repeated_parameter": "此查询参数只能出现一次",
    "string_type": "应为字符串",
    "string_unicode": "应为有效的 Unicode 字符串",
    "string_too_short": "长度至少为 {0} 个字符",
    "string_too_long": "长度最多为 {0} 个字符",
    "string_pattern_mismatch": "格式不正确",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "finite_number": "应为有限的数字",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "list_type": "应为数组",
    "dict_type": "应为对象",
    "model_type": "应为对象",
    "model_attributes_type": "应为对象",
    "too_short": "至少需要 {0} 项",
    "too_long": "最多允许 {0} 项",
    "greater_than": "应大于 {0}",
    "greater_than_equal": "应大于或等于 {0}",
    "less_than": "应小于 {0}",
    "less_than_equal": "应小于或等于 {0}",
    "literal_error": "应为以下之一：{quoted}",
    "enum": "应为以下之一：{quoted}",
    "datetime_format": "应为带时区的时间，例如 2026-11-22T05:00:00Z",
    "empty_change": "至少需要提供一个字段",
    "value_error": "内容无效",
    "assertion_error": "内容无效",
    "json_invalid": "应为有效的 JSON",
    "multiple_of": "应为 {0} 的倍数",
    "none_required": "应为 null",
    "timezone_aware": "应为带时区的时间，例如 2026-11-22T05:00:00Z",
    "url_parsing": "应为有效的网址",
    "url_scheme": "网址的协议应为：{quoted}",
    "union_tag_invalid": "应为以下之一：{quoted}",
    "union_tag_not_found": "缺少用于区分类型的字段",
    "out_of_range": "超出允许范围",
    "unknown_action": "没有此操作",
    "unknown_concept": "没有此概念",
    "duplicate_concept": "概念编号重复",
    "cycle": "前置关系成环",
    "too_many_concepts": "概念过多",
    "too_many_hours": "所需学时超出可用时间",
    "unknown_account": "没有此账号",
    "unknown_upload": "没有此上传文件",
    "account_inactive": "账号已停用",
    "provider_not_configured": "此环境未配置该生成服务",
    "unknown_package": "没有此分析包",
    "unknown_document": "没有此文档",
    "document_not_uploaded": "该文档尚未上传",
    "duplicate_document": "同一文档只能出现一次",
    "invalid_header": "请求头格式不正确",
    "control_character": "不允许包含控制字符",
    "not_base64": "应为 base64 编码的图片，不带 data: 前缀",
    "one_picture": "image 与 image_upload_id 只能提供其一",
    "strength_without_picture": "strength 需要提供原图",
    "mask_without_picture": "mask 需要提供原图",
}


def field_detail(problem: FieldProblem, language: str) -> str:
    """Where nobody has translated it, the English sentence with a Chinese one before it."""
    if language != "zh":
        return problem.detail
    template = ZH_BY_CODE.get(problem.code)
    numbers = NUMBER.findall(problem.detail)
    if translated := in_chinese(problem.detail):
        return translated
    if template is None or ("{0}" in template and not numbers):
        return f"内容无效：{problem.detail}"
    return template.format(*numbers, quoted="、".join(QUOTED.findall(problem.detail)))
