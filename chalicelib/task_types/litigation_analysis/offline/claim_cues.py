"""The words by which requests, allegations, denials, admissions and holdings are known; the first that fits counts."""

from chalicelib.task_types.litigation_analysis.findings import ClaimKind

CUES_ZH: tuple[tuple[ClaimKind, str], ...] = (
    (
        "holding",
        (
            r"判决[:：]|判令|裁定[:：]|维持原判|法院(?:生效裁判)?认为|本院认为|不予采信|(?:不予|应予|予以)支持(?!：。)|应认定|应当认定|可以认定|不能成立|据此可以认定|"
            r"^[一二三四五六七]、(?:撤销|驳回|被告|原告)"
        ),
    ),
    ("admission", r"没有异议|无异议|不持异议|予以承认|承认|(?<!不予)(?<!未)认可(?!的)|自认|确系其|确曾"),
    ("denial", r"辩称|抗辩|否认|从未|从来没有|不予认可|不认可|并未|并没有|没有(?!异议)|不是|不同意|不存在|未曾|答辩称"),
    (
        "request",
        r"诉讼请求|请求(?:法院|判令|人民法院)|诉请|要求[^，。]{2,}(?:支付|赔偿|返还|退还|承担|解除|继续履行)|仅要求|索赔",
    ),
    ("allegation", r"称[，：:]|表示[，：:]?|主张|认为|诉称|提出"),
)


CUES_EN: tuple[tuple[ClaimKind, str], ...] = (
    (
        "holding",
        (
            r"\bare prohibited from\b|\bBy way of a preliminary injunction\b|\bare required to\b|"
            r"\bhas (?:decided|determined)\b|\bthe [Cc]ourt (?:finds|holds|orders|concludes)|\b(?:is|"
            r"are) (?:admissible|substantiated|also effective)\b|\bhave circumvented\b|"
            r"\balso circumvented\b|\bis entitled to (?:the asserted right|a claim)|\balso has a claim\b|"
            r"\bare liable for\b|\bobjection does not apply\b|\bvalue in dispute is set\b|"
            r"\bThis measure is also effective\b|\bgrounds for an injunction also exist"
        ),
    ),
    (
        "admission",
        (
            r"\badmit(?:s|ted)? (?:that|to having)\b|\backnowledged?\b|\bconcedes?\b|\bundisputed\b|"
            r"\bindisputably\b|\bagreed that\b|\binformed Plaintiff that they had\b|\bare replacing\b"
        ),
    ),
    (
        "request",
        (
            r"\bis (?:also |therefore )?entitled to\b|\bprays? for\b|\bseek(?:s|ing)?\b|\brequests? (?:the |"
            r"that |injunctive )|\bapplies for\b|\bapply for\b|\bwe ask that\b|"
            r"\b[Ww]e (?:hereby )?demand\b|\bPlease confirm\b|"
            r"\b[Tt]hat the Court\b|\b[Tt]hat Plaintiff (?:recover|be granted)|"
            r"\bbe preliminarily and permanently enjoined\b|\bRemove all files\b|\bIt would be great if\b|"
            r"\bwill reactivate\b|\b(?:further )?demanded that\b|\bhope\b.{0,60}\b(?:reactivate|restore)\b|"
            r"\bbe ordered to\b|\ban accounting be conducted\b"
        ),
    ),
    (
        "denial",
        (
            r"\bden(?:y|ies|ied)\b|\bdispute the notice\b|\bobject to\b|\bnever\b|"
            r"\bdo(?:es)? not (?:infringe|violate|encourage|constitute|circumvent|decrypt|induce|contain|"
            r"authorize|require|distribute|suggest|cause|prevent|[“\"]circumvent|decipher|arrange)|"
            r"\bdid not (?:authorize|execute|agree|arrange|sign|breach)|\bno (?:contract|agreement|"
            r"ownership interest|knowledge|right to)\b|\b(?:was|were) wrongly decided\b|"
            r"\bwould not be followed\b|\black(?:s)? grounds\b|\b(?:is|are) a fair use\b|"
            r"\bmistake or misidentification\b|\bfalse and/or misleading\b|\bceases to apply\b"
        ),
    ),
    (
        "allegation",
        (
            r"\binfring(?:e[sd]?|ing|ement)\b|\bbreach(?:ed)?\b|\bviolat(?:e[sd]?|ion|ing)\b|\basserts?\b|"
            r"\balleges?\b|\bclaimed\b|\bowns? all\b|\bsole (?:and exclusive )?owner\b|\bwritten contract\b|"
            r"\bentered into a\b|\bassigned to Plaintiff\b|\bcircumvent(?:s|ed)?\b|\bmisappropriat|"
            r"\bupon information and belief\b|\bOn information and belief\b|\bbelieve\b|"
            r"\bis of the opinion\b|\bterminated\b|\bdestroy(?:ed)? all\b|\btrafficking\b|\bstated that\b|"
            r"\bretaining (?:a copy|copies)\b"
        ),
    ),
)
