"""The one table from an error's code to its HTTP status and its title in both languages."""

from dataclasses import dataclass
from http import HTTPStatus

from chalicelib.domain.errors import ContentHubError


class MethodNotAllowedError(ContentHubError):
    """The path is there, the method is not; only HTTP knows this mistake."""

    code = "method_not_allowed"

    def __init__(self, message: str, allowed: tuple[str, ...]) -> None:
        super().__init__(message)
        self.allowed = allowed


class MalformedFormError(ContentHubError):
    """The body is no multipart/form-data; only HTTP knows this mistake."""

    code = "malformed_form"


class BatchRejectedError(ContentHubError):
    """Items of an atomic batch were wrong, so that none was stored."""

    code = "batch_rejected"


@dataclass(frozen=True)
class Kind:
    status: HTTPStatus
    en: str
    zh: str
    detail_zh: str
    """Said where nobody has translated what the English detail says of the very case."""

    def title(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


KIND_BY_CODE: dict[str, Kind] = {
    "malformed_json": Kind(
        HTTPStatus.BAD_REQUEST,
        "The body is not valid JSON",
        "请求体不是有效的 JSON",
        "请检查请求体的 JSON 语法，并以 UTF-8 编码发送。",
    ),
    "malformed_form": Kind(
        HTTPStatus.BAD_REQUEST,
        "The form cannot be read",
        "无法读取表单",
        "请按 multipart/form-data 编码请求体，每个字段只出现一次。",
    ),
    "invalid_cursor": Kind(
        HTTPStatus.BAD_REQUEST,
        "The cursor does not belong to this list",
        "游标不属于此列表",
        "请去掉 cursor 参数，从第一页重新开始。",
    ),
    "missing_credentials": Kind(
        HTTPStatus.UNAUTHORIZED,
        "An API key is needed",
        "需要 API 密钥",
        "请在请求头中发送 Authorization: Bearer <API 密钥>。",
    ),
    "invalid_api_key": Kind(
        HTTPStatus.UNAUTHORIZED, "The API key is not valid", "API 密钥无效", "该密钥未知、已过期、已撤销或格式不正确。"
    ),
    "forbidden": Kind(HTTPStatus.FORBIDDEN, "Not allowed", "没有权限", "只有管理员可以执行此操作。"),
    "not_found": Kind(HTTPStatus.NOT_FOUND, "Not found", "未找到", "这里没有所请求的内容，请核对地址和编号。"),
    "task_not_found": Kind(HTTPStatus.NOT_FOUND, "There is no such task", "任务不存在", "没有此任务。"),
    "record_not_found": Kind(HTTPStatus.NOT_FOUND, "There is no such record", "记录不存在", "没有此记录。"),
    "lane_not_found": Kind(
        HTTPStatus.NOT_FOUND, "There is no such lane", "队列通道不存在", "没有此通道，请用 GET /v1/lanes 查看全部通道。"
    ),
    "connection_not_found": Kind(
        HTTPStatus.NOT_FOUND,
        "The live connection is not known any more",
        "实时连接已失效",
        "此连接已失效，请重新连接。",
    ),
    "method_not_allowed": Kind(
        HTTPStatus.METHOD_NOT_ALLOWED,
        "Method not allowed",
        "不支持此请求方法",
        "此地址不支持该方法，可用方法见 Allow 响应头。",
    ),
    "state_conflict": Kind(
        HTTPStatus.CONFLICT,
        "Not possible in the present state",
        "当前状态不允许此操作",
        "内容刚刚发生变化或当前状态不允许此操作，请重新查询后再试。",
    ),
    "stale_task": Kind(
        HTTPStatus.CONFLICT, "The task changed meanwhile", "任务已被更改", "任务刚刚发生变化，请重新查询后再试。"
    ),
    "not_claimable": Kind(
        HTTPStatus.CONFLICT,
        "The task cannot be started now",
        "任务当前无法开始",
        "任务已结束、尚未到时间或正由其他进程执行。",
    ),
    "task_not_finished": Kind(
        HTTPStatus.CONFLICT, "The task has not finished", "任务尚未结束", "任务仍在进行，请稍后再取结果。"
    ),
    "task_has_no_result": Kind(
        HTTPStatus.CONFLICT,
        "The task ended without a result",
        "任务已结束但没有结果",
        "任务没有成功，因此没有结果；原因见任务的 error 字段。",
    ),
    "task_not_retryable": Kind(
        HTTPStatus.CONFLICT,
        "The task cannot be retried",
        "任务无法重试",
        "只有失败、部分成功、超时或已取消的任务可以重试。",
    ),
    "review_not_open": Kind(
        HTTPStatus.CONFLICT,
        "No review is open",
        "当前没有待处理的评审",
        "此任务目前没有等待评审：可能尚未开始、已有结论或已经超时。",
    ),
    "pool_entry_conflict": Kind(
        HTTPStatus.CONFLICT,
        "The pool entry cannot change to that state",
        "发布池条目不能变更为该状态",
        "已发布或已撤回的条目不能再变更。",
    ),
    "record_exists": Kind(
        HTTPStatus.CONFLICT,
        "The record exists already",
        "记录已存在",
        "相同编号的记录已存在，请换一个编号或修改现有记录。",
    ),
    "idempotency_in_progress": Kind(
        HTTPStatus.CONFLICT,
        "The first request with this Idempotency-Key is still being stored",
        "使用同一 Idempotency-Key 的首个请求仍在处理中",
        "请稍后用同一 Idempotency-Key 重试。",
    ),
    "task_expired": Kind(
        HTTPStatus.GONE,
        "The task is past its retention",
        "任务已超过保留期限",
        "任务及其结果已过保留期限，不能再读取。",
    ),
    "body_too_large": Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large", "请求体过大", "请缩小请求体；文件请使用上传接口。"
    ),
    "picture_too_large": Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The picture is too large", "图片过大", "请缩小图片的尺寸或文件大小。"
    ),
    "unsupported_picture": Kind(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "The file is no picture of a kind that is read",
        "不支持的图片类型",
        "请使用 PNG、JPEG 或 WebP 图片；以文件内容为准，与文件名无关。",
    ),
    "picture_unreadable": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The picture cannot be read",
        "无法读取图片",
        "图片不完整或已损坏，请重新导出后再试。",
    ),
    "mask_unusable": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The mask cannot be used",
        "无法使用遮罩",
        "遮罩须与原图同样大小，并在允许修改处透明（PNG 或 WebP）。",
    ),
    "unsupported_media_type": Kind(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "The body must be JSON",
        "请求体必须是 JSON",
        "请以 Content-Type: application/json 和 UTF-8 编码发送。",
    ),
    "validation_failed": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "The request is not valid", "请求内容无效", "请按 errors 中的说明修改请求。"
    ),
    "batch_rejected": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The batch was refused as a whole",
        "整批任务被拒绝",
        "此批要求全部成功，其中有条目有误，因此没有提交任何任务。",
    ),
    "unknown_task_type": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "Unknown task type",
        "未知的任务类型",
        "没有此任务类型，请用 GET /info 查看全部类型。",
    ),
    "unknown_account": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "Unknown account",
        "未知的账号",
        "没有此账号，请用 GET /v1/accounts 查看可用账号。",
    ),
    "account_inactive": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "The account is inactive", "账号已停用", "此账号已停用，请换用其他账号。"
    ),
    "unknown_upload": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY, "Unknown upload", "未知的上传文件", "没有此上传文件，请先上传再提交。"
    ),
    "idempotency_key_reused": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The Idempotency-Key was used for another request",
        "该 Idempotency-Key 已用于另一请求",
        "24 小时内此键已用于内容不同的请求。",
    ),
    "missing_framework": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "There is no framework and nothing to make one from",
        "缺少课程框架",
        "请提供课程框架，或提供可据以设计课程的主题和材料。",
    ),
    "provider_not_configured": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The provider is not set up here",
        "此环境未配置该生成服务",
        "请换用 GET /info 中 configured 为 true 的生成服务。",
    ),
    "source_unreadable": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The source cannot be read",
        "无法读取来源文件",
        "来源文件不存在，或不是可读取的文本文件。",
    ),
    "provider_rejected": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "The provider refused",
        "生成服务拒绝了请求",
        "生成服务拒绝了此内容，请修改后重试。",
    ),
    "too_many_connections": Kind(
        HTTPStatus.TOO_MANY_REQUESTS,
        "Too many live connections are open",
        "打开的实时连接过多",
        "同时打开的连接过多，请先关闭一些。",
    ),
    "too_many_subscriptions": Kind(
        HTTPStatus.TOO_MANY_REQUESTS,
        "The connection watches too many tasks",
        "此连接订阅的任务过多",
        "此连接订阅的任务过多，请先取消一些订阅。",
    ),
    "internal_error": Kind(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side",
        "服务器内部错误",
        "错误已记录，请联系运维人员并提供请求编号。",
    ),
    "task_type_disabled": Kind(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "New tasks of this type are switched off",
        "此类任务已暂停接收",
        "目前不接收此类新任务，已有任务会继续完成。",
    ),
    "provider_unavailable": Kind(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The provider does not answer",
        "生成服务无响应",
        "生成服务暂时无响应，请稍后重试。",
    ),
}

INTERNAL = KIND_BY_CODE["internal_error"]


def code_of(error: ContentHubError | type[ContentHubError]) -> str:
    """The error's code, or that of its nearest ancestor in the table; what the caller cannot help is internal."""
    kind = error if isinstance(error, type) else type(error)
    lineage = (getattr(ancestor, "code", "") for ancestor in kind.__mro__)
    return next((code for code in lineage if code in KIND_BY_CODE), "internal_error")
