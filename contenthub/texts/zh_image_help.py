"""Chinese help texts of the commands for pictures."""

TEXTS = {
    "help.image": "用文字或图片生成图片。",
    "help.image.generate": (
        "按文字描述生成图片，保存到本地并说明位置。\n\n文件以任务编号命名，或用 --output 指定文件名；多张图片各加序号。"
    ),
    "help.image.edit": "按文字描述修改一张图片（PNG、JPEG 或 WebP），保存结果并说明位置。",
    "help.image.show": "重新保存某个任务的图片并说明位置。",
    "help.image.generate.--format": "文件类型。",
    "help.image.edit.--format": "文件类型。",
    "help.image.generate.--provider": "由谁绘制，取代当前阶段的默认值。",
    "help.image.edit.--provider": "由谁绘制，取代当前阶段的默认值。",
    "option.prompt": "图片内容，中文或英文。",
    "option.size": "宽和高的像素数，64 到 2048，为 8 的倍数。",
    "option.n": "图片张数。",
    "option.seed": "相同的种子和文字得到相同的图片。",
    "option.steps": "细化图片的步数。",
    "option.negative": "图片中不应出现的内容。",
    "option.mask": "与原图同样大小的遮罩；只有透明处可以修改。",
    "option.strength": "允许改变原图的程度，0 到 1。",
}
