"""Chinese messages and errors of the commands for pictures."""

TEXTS = {
    "image.uploading": "正在上传 {name}。",
    "image.saved": "已保存：{file}（{size}，{bytes}）",
    "image.drawn_offline": "由内置渲染器（{provider}）绘制，未使用模型；种子 {seed}。",
    "image.drawn_by": "由 {provider}（{model}）绘制；种子 {seed}。",
    "error.no_picture": "{name} 不是 PNG、JPEG 或 WebP 图片。",
    "error.picture_too_large": "{name} 超过 {megabytes} MB。",
    "error.no_size": "{given} 不是尺寸，请写成 512x512 的形式。",
    "error.no_pictures": "任务 {task_id} 没有图片：状态为 {status}。",
    "error.many_pictures": "共有 {count} 张图片，标准输出只能写一张；请用 --output 指定文件。",
}
