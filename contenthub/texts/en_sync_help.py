"""English help texts of the commands for data sync."""

TEXTS = {
    "help.sync": "Bring files of tables (csv, tsv, xlsx) into datasets.",
    "help.sync.upload": (
        "Upload files, or all files of a folder; prints their ids.\n\nWith --sync they are synced at once. "
        "--wait and --watch do so too, and stay until the end to print what became of the rows; the exit "
        "code is 8 if a file was refused."
    ),
    "help.sync.single": (
        "Sync one file.\n\nSays at once how to follow it; with --wait or --watch, stays until it has ended "
        "and prints the report. A refused file has exit code 8."
    ),
    "help.sync.batch": (
        "Sync several files: those named, or all that fit the filters.\n\nFiles that were synced before and "
        "have not changed are skipped, unless --resync. If one is refused, the others go on, and the exit "
        "code is 8."
    ),
    "help.sync.all": "Sync all of your files; at most a thousand, the newest.",
    "help.sync.status": "Show how far a sync is, in rows or in files, and once it has ended what became of them.",
    "help.sync.report": (
        "Show how a file was read, what became of its rows, and what was found wrong with which of them.\n\n"
        "Of a batch: its files with their counts, and why files were skipped or refused."
    ),
    "help.sync.files": "List files, newest first.",
    "help.sync.datasets": "List datasets, newest first.",
    "help.sync.records": "List the rows of a dataset, in the order of their keys.",
    "help.sync.export": "Write the rows of a dataset as csv.",
    "help.sync.upload.--platform": "Whose export it is, e.g. jd, wechat; found out by itself if not given.",
    "help.sync.upload.--account": "The shop or account that the rows belong to.",
    "help.sync.upload.--kind": "What the rows are; found out by itself if not given.",
    "help.sync.upload.--dry_run": "Upload, read and check, but write no rows.",
    "option.as_of": "When the content was true; of two rows with one key the later counts.",
    "option.sync": "Sync them at once.",
    "option.file_id": "File id; see: contenthub sync files.",
    "option.file_ids": "File ids; or give filters.",
    "option.dataset_id": "Dataset id; see: contenthub sync datasets.",
    "option.prefix": "Only rows whose key begins with this.",
    "option.kind": "Only files of this kind.",
    "help.sync.batch.--platform": "Only files of this platform.",
    "help.sync.batch.--account": "Only files of this account.",
    "help.sync.files.--platform": "Only files of this platform.",
    "help.sync.files.--account": "Only files of this account.",
    "help.sync.batch.--state": "Only files in this state.",
    "help.sync.batch.--since": "Only files registered after this time, e.g. 2h (ago) or 2026-11-22.",
    "help.sync.batch.--until": "Only files registered before this time.",
    "help.sync.files.--state": "Only files in this state.",
    "help.sync.files.--since": "Only files registered after this time, e.g. 2h (ago) or 2026-11-22.",
    "help.sync.files.--until": "Only files registered before this time.",
    "help.sync.single.--key": "Column that tells rows apart, in place of the mapping's key; may be repeated.",
    "help.sync.batch.--key": "Column that tells rows apart, in place of the mapping's key; may be repeated.",
    "option.warn_below": "Quality score below which a file is warned about.",
    "option.reject_below": "Quality score below which a file is refused.",
    "option.resync": "Also files that were synced before and have not changed.",
    "help.sync.single.--dry_run": "Read, check and compare, but write nothing.",
    "help.sync.batch.--dry_run": "Read, check and compare, but write nothing.",
    "help.sync.all.--dry_run": "Read, check and compare, but write nothing.",
    "help.sync.report.--name": "Id of a file or of a sync.",
    "option.column": "Show this column; may be given several times.",
}
