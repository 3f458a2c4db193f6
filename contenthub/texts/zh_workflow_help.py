"""Chinese help texts of the commands for workflows, documents and workers."""

TEXTS = {
    "help.roadmap": "学习路线：每个知识点配有教程、学习资源和测验的课程体系。",
    "help.roadmap.generate": (
        "生成学习路线：根据目标或主题、根据一份文本，或使用已有的课程框架（--framework）。\n\n"
        "立即说明如何跟进；使用 --wait 或 --watch 时等到结束并显示大纲。"
    ),
    "help.roadmap.status": "显示学习路线的进度：每个知识点的教程、资源和测验的状态。",
    "help.roadmap.show": "按学习顺序显示大纲；给出 CONCEPT 时显示该知识点的教程、资源和测验。",
    "help.roadmap.review": (
        "查看等待审核的课程框架并作出决定。\n\n在终端中会逐步询问。在脚本中：--approve；"
        "--reject 并用 --comments 说明；或 --edit FILE，"
        "以文件内容代替原框架并批准。都不给出时，脚本得到待审核的内容。"
    ),
    "help.roadmap.export": "把学习路线导出为 Markdown 或 JSON。",
    "help.roadmap.regenerate": "重新生成某个知识点的一项内容。",
    "help.litigation": "为一方当事人分析案件材料。",
    "help.litigation.start": (
        "开始分析。文件和文件夹会先上传；已上传的文档用编号指定。\n\n立即说明如何跟进；"
        "使用 --wait 或 --watch 时等到结束并显示报告。"
    ),
    "help.litigation.status": "显示分析进度和各文档的状态。",
    "help.litigation.documents": "列出分析所用的文档及其处理结果。",
    "help.litigation.report": "显示报告，或以 Markdown、JSON、DOCX 写入文件。",
    "help.litigation.packages": "列出可用的分析规则包。",
    "help.litigation.list": "列出您的分析，最新的在前。",
    "help.document": "供分析使用的文档：文本、Markdown、PDF、Word。",
    "help.document.upload": "上传文件，或文件夹中的所有文件；显示文档编号。",
    "help.document.list": "列出文档，最新的在前。",
    "help.document.show": "显示一个文档。",
    "help.document.delete": "删除一个文档。",
    "help.task.tree": "按阶段以树形显示工作流的各个单元、状态和失败原因。",
    "help.task.review": (
        "查看工作流中等待审核的内容并作出决定。\n\n在终端中会逐步询问。在脚本中：--approve；"
        "--reject 并用 --comments 说明；或 --edit FILE。都不给出时，"
        "脚本得到待审核的内容。"
    ),
    "help.worker": "工作进程在做什么、是否有应答。",
    "help.worker.inspect": "显示正在运行的任务（active）、已有的任务类型（registered）或通道（active_queues）。",
    "help.worker.ping": "经每个通道发送一个小任务，显示谁有应答、用时多少。\n\n有通道未及时应答时退出码为 1。",
    "option.goal": "希望学会做什么。",
    "help.roadmap.generate.--topic": "学习路线的主题。",
    "option.framework": "课程框架的 JSON 文件：title、language、concepts；只填充内容，不重新设计。",
    "help.roadmap.generate.--source": "据以设计课程的文本文件（UTF-8 或 GB18030）；- 表示标准输入。",
    "help.roadmap.generate.--language": "学习路线的语言。",
    "option.level": "学习者的基础。",
    "option.hours_per_week": "每周可用的学习小时数。",
    "option.weeks": "可用的周数。",
    "option.max_concepts": "最多多少个知识点。",
    "option.with_review": "生成内容之前等待人工审核。",
    "option.review_timeout": "等待审核多久，例如 10m；逾期则失败。",
    "option.concept": "知识点编号，见大纲。",
    "option.answers": "同时显示测验答案。",
    "option.artifact": "该知识点的哪一项内容。",
    "option.approve": "批准，工作流继续。",
    "option.reject": "退回，工作流带着您的意见重做上一步。",
    "option.comments": "需要怎样修改。",
    "option.edit": "以该 JSON 文件代替待审核的内容并批准；- 表示标准输入。",
    "option.format": "文档格式。",
    "option.output": "写入的文件；- 表示标准输出。",
    "option.document": "文件、文件夹或已上传文档的编号；可多次指定。",
    "option.case_type": "案件类型，例如 买卖合同纠纷。",
    "option.position": "站在哪一方分析。",
    "option.user_input": "想了解什么；@FILE 表示从文件读取。",
    "option.package": "规则包，见 contenthub litigation packages。",
    "help.litigation.start.--language": "报告的语言。",
    "option.files": "文件或文件夹。",
    "option.document_id": "文档编号。",
    "option.session_id": "分析编号。",
    "option.all_of_them": "显示所有单元，即使某个阶段有很多。",
    "option.what": "查看什么。",
    "help.worker.ping.--max_wait": "最多等待应答多久，例如 30s。",
}
