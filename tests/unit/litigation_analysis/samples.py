"""Files of a small dispute, made when a test wants them, in both languages."""

from io import BytesIO
from pathlib import Path

from docx import Document
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader, PdfWriter

from chalicelib.domain.json_types import JsonObject

CONTRACT_EN = """SUPPLY AGREEMENT

This Supply Agreement is entered into on March 1, 2021 by and between Northwind Traders Ltd. ("Seller") and
Contoso Retail Inc. ("Buyer").

1. The Seller shall deliver 200 pumps to the Buyer no later than June 30, 2021.

2. The Buyer shall pay a total price of $48,000.00 within thirty (30) days of delivery.

3. All notices under this Agreement shall be in writing.

4. This Agreement is governed by the Uniform Commercial Code as in force in the State of New York.
"""
COMPLAINT_EN = """COMPLAINT

Plaintiff Contoso Retail Inc. sues Defendant Northwind Traders Ltd. and alleges the following:

1. On March 1, 2021, Plaintiff and Defendant entered into a Supply Agreement. A copy is attached as Exhibit A.

2. Defendant delivered only 120 pumps on August 15, 2021.

3. Plaintiff alleges that Defendant breached the Supply Agreement and that the pumps were defective.

4. Plaintiff seeks damages of $25,500.00 pursuant to UCC § 2-711.
"""
LETTER_EN = """September 3, 2021

Dear Contoso Retail Inc.:

Northwind Traders Ltd. denies that the pumps were defective. The delivery of 120 pumps on August 15, 2021 was accepted
without objection. We have received only $20,000.00 so far.

Sincerely,
Northwind Traders Ltd.
"""
CONTRACT_ZH = """设备买卖合同

甲方（出卖人）：江城华泰机械有限公司

乙方（买受人）：云川科技有限公司

第一条 甲方向乙方出售数控机床二台，总价款人民币580000元。

第二条 甲方应当于2021年6月30日前交付设备。

第三条 逾期交货的，每日按总价款的千分之一支付违约金。

第四条 任何一方变更合同，应当采用书面形式并经双方签字。

本合同于2021年3月1日签订。
"""
COMPLAINT_ZH = """民事起诉状

原告：云川科技有限公司

被告：江城华泰机械有限公司

诉讼请求：判令被告支付违约金人民币34800元，并承担本案诉讼费用。

事实与理由：2021年3月1日，原告与被告签订《设备买卖合同》，约定被告于2021年6月30日前交付设备。原告于2021年3月5日支付货款人民币300000元，有银行转账凭证为证。
被告直至2021年8月29日才交付设备，逾期60日。根据《中华人民共和国民法典》第五百七十七条、第五百八十五条的规定，被告应当承担违约责任。
"""
ANSWER_ZH = """民事答辩状

答辩人（被告）：江城华泰机械有限公司

被告辩称，逾期交货是因原告未按约支付剩余货款人民币280000元，被告不构成违约，请求驳回原告的诉讼请求。
"""
ENGLISH_CASE = {"contract.md": CONTRACT_EN, "complaint.txt": COMPLAINT_EN, "letter.txt": LETTER_EN}
CHINESE_CASE = {"合同.md": CONTRACT_ZH, "起诉状.txt": COMPLAINT_ZH, "答辩状.txt": ANSWER_ZH}


def pdf_of(pages: list[str], *, head: str = "") -> bytes:
    """One page a text; `head` stands at the top of each with its number."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for number, text in enumerate(pages, 1):
        pdf.add_page()
        if head:
            pdf.multi_cell(0, 6, head.format(page=number, pages=len(pages)), new_x="LMARGIN", new_y="NEXT")
        pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def scanned_pdf(pages: int = 2) -> bytes:
    pdf = FPDF()
    for shade in range(pages):
        pdf.add_page()
        pdf.image(Image.new("L", (200, 280), 200 - shade), 0, 0, 210)
    return bytes(pdf.output())


def encrypted(pdf: bytes, password: str = "secret") -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf)))
    writer.encrypt(password, algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def docx_of(paragraphs: list[str], table: list[list[str]] | None = None) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def outside_cases() -> dict[str, dict[str, bytes]]:
    """Real cases, where the machine has them; they are not part of the project."""
    for folder in Path(__file__).resolve().parents:
        cases = folder / "shared" / "data" / "litigation"
        if cases.is_dir():
            return {
                case.name: {p.name: p.read_bytes() for p in sorted(case.iterdir())} for case in sorted(cases.iterdir())
            }
    return {}


def case_request(document_ids: list[str], **wishes: object) -> JsonObject:
    request = {"case_type": "sale of goods", "case_position": "plaintiff", "document_ids": document_ids}
    return {**request, **wishes}
