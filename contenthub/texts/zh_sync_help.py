"""Chinese help texts of the commands for data sync."""

TEXTS = {
    "help.sync": "把表格文件（csv、tsv、xlsx）同步到数据集。",
    "help.sync.upload": (
        "上传文件，或文件夹中的所有文件；显示文件编号。\n\n使用 --sync 时立即同步。--wait 和 --watch 也会同步，"
        "并等到结束后显示各行的结果；有文件被退回时退出码为 8。"
    ),
    "help.sync.single": (
        "同步一个文件。\n\n立即说明如何跟进；使用 --wait 或 --watch 时等到结束并显示报告。文件被退回时退出码为 8。"
    ),
    "help.sync.batch": (
        "同步多个文件：指定的文件，或符合筛选条件的所有文件。\n\n已同步且没有变化的文件会跳过，除非使用 --resync。"
        "有文件被退回时其余文件照常同步，退出码为 8。"
    ),
    "help.sync.all": "同步您的所有文件；最多一千个，取最新的。",
    "help.sync.status": "显示同步进行到第几行、第几个文件；结束后显示结果。",
    "help.sync.report": (
        "显示文件如何读取、各行结果如何、哪些行有什么问题。\n\n对批量同步：列出各文件及其行数，以及跳过或退回的原因。"
    ),
    "help.sync.files": "列出文件，最新的在前。",
    "help.sync.datasets": "列出数据集，最新的在前。",
    "help.sync.records": "按键的顺序列出数据集的行。",
    "help.sync.export": "把数据集的行导出为 csv。",
    "help.sync.upload.--platform": "来自哪个平台，例如 jd、wechat；不给出时自动判断。",
    "help.sync.upload.--account": "这些行所属的店铺或账号。",
    "help.sync.upload.--kind": "行的种类；不给出时自动判断。",
    "help.sync.upload.--dry_run": "上传、读取并检查，但不写入任何行。",
    "option.as_of": "内容的时间；同一个键有两行时，以较晚的为准。",
    "option.sync": "立即同步。",
    "option.file_id": "文件编号，见 contenthub sync files。",
    "option.file_ids": "文件编号；或给出筛选条件。",
    "option.dataset_id": "数据集编号，见 contenthub sync datasets。",
    "option.prefix": "只要键以此开头的行。",
    "option.kind": "只要这个种类的文件。",
    "help.sync.batch.--platform": "只要这个平台的文件。",
    "help.sync.batch.--account": "只要这个账号的文件。",
    "help.sync.files.--platform": "只要这个平台的文件。",
    "help.sync.files.--account": "只要这个账号的文件。",
    "help.sync.batch.--state": "只要处于该状态的文件。",
    "help.sync.batch.--since": "只要在此时间之后登记的文件，例如 2h（两小时前）或 2026-11-22。",
    "help.sync.batch.--until": "只要在此时间之前登记的文件。",
    "help.sync.files.--state": "只要处于该状态的文件。",
    "help.sync.files.--since": "只要在此时间之后登记的文件，例如 2h（两小时前）或 2026-11-22。",
    "help.sync.files.--until": "只要在此时间之前登记的文件。",
    "help.sync.single.--key": "用来区分各行的列，代替映射中的键；可多次指定。",
    "help.sync.batch.--key": "用来区分各行的列，代替映射中的键；可多次指定。",
    "option.warn_below": "质量分低于此值时给出警告。",
    "option.reject_below": "质量分低于此值时退回文件。",
    "option.resync": "也包括已同步且没有变化的文件。",
    "help.sync.single.--dry_run": "读取、检查并比较，但不写入。",
    "help.sync.batch.--dry_run": "读取、检查并比较，但不写入。",
    "help.sync.all.--dry_run": "读取、检查并比较，但不写入。",
    "help.sync.report.--name": "文件或同步任务的编号。",
    "option.column": "显示这一列；可多次指定。",
}
