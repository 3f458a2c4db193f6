"""Small documents written for these tests: a lease gone wrong in Chinese, a delivery gone wrong in English."""

from chalicelib.task_types.litigation_analysis.findings import Block, DocumentText, Language
from chalicelib.task_types.litigation_analysis.package_rules import (
    Bilingual,
    ChecklistItem,
    Formality,
    LimitationPeriod,
    PackageRules,
    RequiredEvidence,
    StatuteOfInterest,
)


def document(name: str, text: str, language: Language) -> DocumentText:
    """Each paragraph a block, as readers of text files make them."""
    paragraphs = [paragraph.strip() for paragraph in text.strip().split("\n\n")]
    label = "第{}段" if language == "zh" else "¶{}"
    blocks = tuple(Block(place=label.format(n), text=text) for n, text in enumerate(paragraphs, start=1))
    return DocumentText(document_id=name.split("_")[0], name=name, language=language, blocks=blocks)


COMPLAINT_ZH = document(
    "01_起诉状.txt",
    """
民事起诉状

原告：林小雨，女，1988年6月3日出生，住滨河市青田区柳巷5号。

被告：滨河安居房屋租赁有限公司（以下简称安居公司），法定代表人：许大海。

诉讼请求：一、请求判令被告返还押金人民币壹万贰仟元；二、请求判令被告支付违约金6,000元；三、本案诉讼费用由被告承担。

事实与理由：2021年3月1日，原告与被告签订《房屋租赁合同》，约定月租金4000元，押金12000元，租期自2021
年3月1日起至2022年2月28日。合同第九条约定，租期届满后七日内被告应退还押金。

租期届满后，原告于同年3月2日交还房屋。原告多次催要，被告拒绝退还押金。原告提交了押金收据和微信聊天记录。

依照《中华人民共和国民法典》（以下简称《民法典》）第五百七十七条、第五百八十五条第一款以及民法典第73
3条的规定，特提起诉讼。

此致

滨河市青田区人民法院
""",
    "zh",
)

ANSWER_ZH = document(
    "02_答辩状.txt",
    """
民事答辩状

答辩人（被告）：滨河安居房屋租赁有限公司。

被告辩称，原告交还房屋时墙面损坏，被告有权不退还押金，押金约定为10000元。

被告承认收到押金收据原件。被告从未与原告签订书面合同。
""",
    "zh",
)

STATUTE_ZH = document(
    "03_民法典节选.txt",
    """
中华人民共和国民法典

2021年1月1日 施行

第五百七十七条 当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施
或者赔偿损失等违约责任。

第五百八十五条 当事人可以约定一方违约时应当根据违约情况向对方支付一定数额的违约金。

约定的违约金低于造成的损失的，人民法院或者仲裁机构可以根据当事人的请求予以增加。

第七百三十三条 租赁期限届满，承租人应当返还租赁物。
""",
    "zh",
)

SUPPLEMENT_ZH = document(
    "04_补充协议.txt",
    """
补充协议

甲方：滨河安居房屋租赁有限公司

乙方：林小雨

经双方协商，将《房屋租赁合同》第三条修改为：月租金3800元。双方于2021年8月15日签订本补充协议。
""",
    "zh",
)

BLANK_ZH = document(
    "05_空白合同.txt",
    """
车位租赁合同

甲方（出租方）：____________

乙方（承租方）：____________

租期自20____年__月__日起至20____年__月__日止。租金每月______元。

签约时间：     年    月    日
""",
    "zh",
)

CONTRACT_EN = document(
    "01_purchase_agreement.txt",
    """
PURCHASE AGREEMENT

This Purchase Agreement is entered into as of May 4, 2019 by and between Fernhill Looms, Inc., a Vermont
corporation ("Seller"), and Osprey Sails Ltd. ("Buyer").

1. GOODS

Seller shall deliver 400 rolls of sailcloth no later than August 1, 2019.

2. PRICE

The purchase price is US$ 48,500.00, payable within thirty (30) days of delivery.

3. NOTICE

Any termination must be in writing. Disputes about Section 2 are settled under 15 U.S.C. 2301(3).
""",
    "en",
)

LETTER_EN = document(
    "02_letter_2019-09-20.txt",
    """
September 20, 2019

Dear Fernhill Looms,

We are counsel for Osprey Sails Ltd. ("Osprey"), the buyer under the Purchase Agreement dated May 14, 2019.
Fernhill delivered only 250 rolls on 09/02/2019, in breach of the contract. We demand that you refund EUR 12
500 within 14 days of this letter.

An inspection report is attached as Exhibit B. Our client never accepted the remaining rolls.

Sincerely,

Maple & Stone LLP
""",
    "en",
)

COMPLAINT_EN = document(
    "03_complaint.txt",
    """
IN THE UNITED STATES DISTRICT COURT FOR THE DISTRICT OF VERMONT

OSPREY SAILS LTD.,

Plaintiff,

v.

FERNHILL LOOMS, INC.,

Defendant.

Case No. 5:19-cv-00321

COMPLAINT

1. Plaintiff Osprey Sails Ltd. alleges that Defendant Fernhill Looms, Inc. breached the contract on or around
September 2, 2019.

2. Upon information and belief, Defendant sold 150 rolls to others in August 2019.

3. Defendant denies that Defendant breached the contract for the rolls.

4. Plaintiff is entitled to damages of $1.2 million under 15 U.S.C. §§ 2301(3) and 2310(d), and Section 2310
of Title 15.

Dated: the 9th day of January, 2020
""",
    "en",
)

OTHER_CONTRACT_EN = document(
    "04_other_lease.txt",
    """
LEASE AGREEMENT

This Lease Agreement is entered into as of June 30, 2018 by and between Quarry Holdings LLC ("Landlord") and
Tern Bakery Corp. ("Tenant"). The monthly rent is $900.
""",
    "en",
)

RULES = PackageRules(
    package_id="test",
    title=Bilingual(zh="测试", en="Test"),
    statutes=(
        StatuteOfInterest(
            law="中华人民共和国民法典",
            aliases=("民法典",),
            articles=("第五百七十七条",),
            about=Bilingual(zh="违约", en="Breach"),
        ),
    ),
    required_evidence=(
        RequiredEvidence(id="receipt", name=Bilingual(zh="收据", en="Receipt"), cues=("收据", "receipt")),
        RequiredEvidence(id="photos", name=Bilingual(zh="房屋照片", en="Photographs"), cues=("照片", "photograph")),
    ),
    limitation_periods=(
        LimitationPeriod(
            id="four_years",
            name=Bilingual(zh="诉讼时效", en="Limitation"),
            length=4,
            unit="year",
            law="UCC",
            article="§ 2-725",
            starts=Bilingual(zh="违约", en="breach"),
            start_cues=("breached",),
            language="en",
        ),
    ),
    formalities=(
        Formality(
            id="writing",
            name=Bilingual(zh="书面形式", en="Writing"),
            cues=("must be in writing",),
            met_by=("written notice was given",),
        ),
    ),
    checklist=(
        ChecklistItem(id="inspect", text=Bilingual(zh="检查", en="Inspect the rolls."), when=("rolls",)),
        ChecklistItem(id="boats", text=Bilingual(zh="船", en="Inspect the boats."), when=("boats",)),
    ),
)
