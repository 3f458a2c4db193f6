"""What the platform's own English details say, in Chinese: the first pattern that fits, with what it caught."""

import re

_SAID = (
    # of a whole request
    (r"the body is empty; .*", "请求体为空，应为一个 JSON 对象。"),
    (r"the body must be a JSON object", "请求体应为一个 JSON 对象。"),
    (r"the body is nested too deeply; (\d+) levels are taken", "请求体嵌套过深，最多 {0} 层。"),
    (r"the body holds characters that are not valid Unicode", "请求体包含无效的 Unicode 字符。"),
    (
        r"the body has (\d+) bytes, at most (\d+) are taken; .*",
        "请求体有 {0} 字节，最多 {1} 字节；文件请使用上传接口。",
    ),
    (r"there is no task type '?([\w-]+)'?(?:; known are (.+))?", "没有任务类型 {0}，请用 GET /info 查看全部类型。"),
    (r"there is no lane '?(.+?)'?; known are (.+)", "没有通道 {0}，现有通道：{1}。"),
    (r"there is no account (\S+)", "没有账号 {0}，请用 GET /v1/accounts 查看可用账号。"),
    (r"account (\S+) is not active", "账号 {0} 已停用，请换用其他账号。"),
    (r"nothing was uploaded under (\S+)", "编号 {0} 下没有上传过文件。"),
    (r"there is nothing at (\S+); see /docs", "没有 {0} 这个地址，请查看 /docs。"),
    (r"(\S+) takes ([A-Z, ]+)", "{0} 只支持 {1}。"),
    (r"the task that this Idempotency-Key stood for was deleted", "此 Idempotency-Key 对应的任务已被删除。"),
    (r"task (\S+) was kept until (\S+)", "任务 {0} 只保留到 {1}。"),
    (r"task (\S+) waits for no review", "任务 {0} 目前没有等待评审。"),
    (r"the time for this review ended at (\S+)", "此次评审已于 {0} 截止。"),
    (r"its workflow (\S+) is \w+; .*", "所属工作流 {0} 尚未结束，请等它结束后重试该工作流。"),
    (r"new tasks of type (\S+) are switched off .*", "目前不接收 {0} 类型的新任务，已有任务会继续完成；请稍后再试。"),
    (r"(\d+) of (\d+) items are wrong", "{1} 个条目中有 {0} 个有误；此批要求全部成功，因此没有提交任何任务。"),
    (r"a user may have (\d+) sockets open", "每位用户最多同时保持 {0} 个连接。"),
    (r"only an admin .*", "只有管理员可以执行此操作。"),
    (r"the file is no PNG, JPEG or WebP picture", "文件内容不是 PNG、JPEG 或 WebP 图片。"),
    (r"the picture is cut off: .*", "图片不完整：缺少结尾部分。"),
    (r"the picture is broken: .*", "图片已损坏，无法完整读取。"),
    (r"the picture has (\S+) x (\S+) pixels, at most (\S+) are taken", "图片为 {0} × {1} 像素，最多 {2} 像素。"),
    (r"the picture has (\S+) bytes, at most (\S+) are taken", "图片有 {0} 字节，最多 {1} 字节。"),
    (r"the form has more than one field '(.+)'", "表单中字段 {0} 出现了多次。"),
    (r"the form's Content-Type names no boundary", "表单的 Content-Type 缺少 boundary。"),
    # of one field
    (r"must be at most (\d+) on this stage", "在此环境中最多为 {0}"),
    (r"a picture is needed: image or image_upload_id", "需要一张图片：image 或 image_upload_id"),
    (r"belongs to /image-to-image", "此字段属于 /image-to-image"),
    (r"must be (\d+) to (\d+)", "应在 {0} 到 {1} 之间"),
    (r"must be within (\d+) days", "应在 {0} 天之内"),
    (r"must be after now and run_at", "应晚于当前时间和 run_at"),
    (r"must be in the future", "应晚于当前时间"),
    (r"(\S+) needs (\S+), which is no concept here", "{0} 的前置概念 {1} 不存在"),
    (r"(\S+) is no concept of this framework", "框架中没有概念 {0}"),
    (r"(\S+) was used before", "{0} 已被使用"),
    (r"the prerequisites form a cycle: (.+)", "前置关系成环：{0}"),
    (r"there are (\d+) concepts, at most (\d+) are .*", "共有 {0} 个概念，最多允许 {1} 个"),
    (r"no concept would be left", "删除后将没有任何概念"),
    (r"a new concept needs a title", "新概念需要标题"),
)
_PATTERNS = tuple((re.compile(pattern, re.DOTALL), said) for pattern, said in _SAID)


def in_chinese(detail: str) -> str:
    """Empty where nobody has translated the sentence."""
    for pattern, said in _PATTERNS:
        if found := pattern.fullmatch(detail):
            return said.format(*(caught or "" for caught in found.groups()))
    return ""
