"""The sentences of our own: templates that say by which rule something is listed and quote what it rests on."""

_TEXTS: dict[str, tuple[str, str]] = {
    "note_statute": ("法律依据文件，仅用于引用条文，不作为案件事实。", "A source of law: quoted, not read for facts."),
    "note_policy": ("规则性文件，不作为案件事实。", "A policy: quoted as rules, not read for facts."),
    "note_form": (
        "空白格式文本，未填写当事人，不作为案件事实。",
        "A blank form: nothing filled in, not read for facts.",
    ),
    "note_unrelated": (
        "未提及其他文件中的任何当事人，请确认是否属于本案。",
        "Mentions none of the other documents' parties; check whether it belongs to this case.",
    ),
    "about_contract": ("是否签订书面合同", "whether a contract was made"),
    "about_document_date": ("{thing}的日期", "the date of {thing}"),
    "about_own_date": ("{author}发出的函件日期", "the date of the letter of {author}"),
    "about_sequence": ("时间顺序中不连贯的日期", "a date out of sequence"),
    "about_name": ("{name}的名称写法", "how {name} is named"),
    "about_exhibit": ("证据编号{exhibit}重复使用", "{exhibit} stands for two things"),
    "about_amount": ("{purpose}的金额", "the amount of {purpose}"),
    "value_exists": ("主张已有合同", "says there is a contract"),
    "value_denied": ("否认签订或者履行合同", "says there was none, or none executed"),
    "held_for": ("裁判内容对本方有利：“{quote}”", "The decision is in our favour: “{quote}”"),
    "held_against": ("裁判内容对本方不利：“{quote}”", "The decision is against us: “{quote}”"),
    "admitted_by_other": ("对方（{by}）承认：“{quote}”", "The other side ({by}) admits: “{quote}”"),
    "admitted_by_us": ("本方（{by}）承认：“{quote}”", "Our side ({by}) admits: “{quote}”"),
    "admission_reported": (
        "一方的文件称另一方（{by}）承认：“{quote}”",
        "One side's own document says the other ({by}) acknowledged: “{quote}”",
    ),
    "evidence_offered": ("本方举出证据“{name}”：“{quote}”", "Our side names evidence, {name}: “{quote}”"),
    "law_quoted": ("案卷中有可引用的条文{law}：“{quote}”", "The file holds the provision {law}: “{quote}”"),
    "other_contradicted": (
        "对方的说法与其他文件不一致（{about}）：{versions}",
        "The other side's account differs from another document ({about}): {versions}",
    ),
    "own_contradicted": (
        "与本方有关的文件相互矛盾（{about}）：{versions}",
        "Documents on our side contradict ({about}): {versions}",
    ),
    "unclear": ("文件之间不一致（{about}）：{versions}", "Documents disagree ({about}): {versions}"),
    "denied_by_other": (
        "本方主张“{claim}”，对方否认：“{quote}”",
        "Our side says “{claim}”; the other side denies it: “{quote}”",
    ),
    "denied_by_us": (
        "对方主张“{claim}”，本方予以否认：“{quote}”",
        "The other side says “{claim}”; our side denies it: “{quote}”",
    ),
    "hedged": (
        "本方的主张仅凭“所知所信”：“{quote}”",
        "Our side alleges this on information and belief only: “{quote}”",
    ),
    "missing": ("未见证据：{name}（已检索词语：{cues}）", "Not found: {name} (looked for: {cues})"),
    "burden": ("涉及举证责任：“{quote}”", "The burden of proof is at issue: “{quote}”"),
    "formality": (
        "有形式要求“{name}”，未见已满足的文字：“{quote}”",
        "A form is required ({name}) and nothing shows it was observed: “{quote}”",
    ),
    "limitation_expired": (
        "{name}：自{start}起算{length}，至{due}届满，早于最后文件日期{last}：“{quote}”",
        "{name}: {length} from {start} ended on {due}, before the last document of {last}: “{quote}”",
    ),
    "limitation_running": (
        "{name}：自{start}起算{length}，至{due}届满：“{quote}”",
        "{name}: {length} from {start} ends on {due}: “{quote}”",
    ),
    "unrelated_document": (
        "文件“{name}”未提及其他文件中的任何当事人，未并入案件事实。",
        "“{name}” mentions none of the other documents' parties and was not merged into the facts.",
    ),
    "stated_period": ("文件载明的期限：{text}", "A stated time limit: {text}"),
    "future_date": ("最后文件之后的日期：“{quote}”", "A date after the last document: “{quote}”"),
    "get_evidence": ("补充证据：{name}", "Obtain: {name}"),
    "clear_up": ("核实不一致之处：{about}", "Clear up: {about}"),
    "keep_deadline": ("遵守期限：{text}", "Keep the time limit: {text}"),
    "answer_denial": ("就对方的否认准备回应：“{quote}”", "Prepare an answer to the denial: “{quote}”"),
    "check_document": ("确认文件“{name}”是否属于本案", "Check whether “{name}” belongs to this case"),
    "summary": (
        "立场：{side}。有利 {good} 项，不利 {bad} 项，缺失证据 {missing} 项，风险 {risks} 项，期限 {deadlines} 项。",
        (
            "Position: {side}. {good} points in favour, {bad} against, {missing} pieces of evidence missing, "
            "{risks} risks, {deadlines} time limits."
        ),
    ),
    "side_plaintiff": ("原告", "plaintiff"),
    "side_defendant": ("被告", "defendant"),
    "disclaimer": (
        "本分析仅按规则从所提供文件中摘录和比对，不构成法律意见；每一项均应对照原文核实。",
        (
            "Rules found and compared passages of the documents given; this is no legal advice, and every item "
            "must be checked against its source."
        ),
    ),
    "unit_day": ("{n}日", "{n} days"),
    "unit_business_day": ("{n}个工作日", "{n} business days"),
    "unit_week": ("{n}周", "{n} weeks"),
    "unit_month": ("{n}个月", "{n} months"),
    "unit_year": ("{n}年", "{n} years"),
}


def said(key: str, language: str, /, **parts: object) -> str:
    chinese, english = _TEXTS[key]
    return (chinese if language == "zh" else english).format(**parts)


def shortened(text: str, longest: int = 220) -> str:
    """The beginning of a long quotation, marked as such."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
