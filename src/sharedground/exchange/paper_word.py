"""A paper as a Word document: built-in headings, tables with header rows, ruled lines to write on."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from sharedground.exchange.paper import Block, Heading, Line, NewPage, Paper, Paragraph, Points, Room, Table, Typed
from sharedground.exchange.word_look import FILE_LINE, IN_TABLE, LINE, NUMBER, OPENING, ROOM, RULED, SMALL, TYPED, dress

BOX = "\N{BALLOT BOX}"


def as_word(paper: Paper) -> bytes:
    """What is in the ``.docx`` file."""
    document = Document()
    dress(document, paper)
    on_new_page = False
    for block in paper.blocks:
        first = len(document.paragraphs) if on_new_page else None
        _add(document, block)
        if first is not None:
            document.paragraphs[first].paragraph_format.page_break_before = True
        on_new_page = isinstance(block, NewPage)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: WordDocument, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(block.text, block.level)
        case Paragraph():
            document.add_paragraph(block.text, SMALL if block.small else None)
        case Points():
            for item in block.items:
                if block.to_tick:
                    document.add_paragraph(f"{BOX} {item}")
                else:
                    document.add_paragraph(item, "List Bullet")
        case Line():
            _line(document.add_paragraph(style=OPENING if block.opens else LINE), block, after_number="\t")
        case Table():
            _table(document, block)
        case Room():
            document.add_paragraph(block.label, ROOM)
            for at in range(block.lines):
                document.add_paragraph(style=RULED).paragraph_format.keep_with_next = at + 1 < block.lines
        case Typed():
            document.add_paragraph(block.text, TYPED)


def _line(paragraph: WordParagraph, line: Line, *, after_number: str) -> None:
    paragraph.add_run(f"{line.number}{after_number}", NUMBER)
    if line.lead:
        paragraph.add_run(f"{line.lead} ").bold = True
    for run in line.runs:
        words = paragraph.add_run(run.text)
        words.bold, words.italic = run.strong or None, run.emphasis or None
    paragraph.add_run(f" [{line.file_line}]", FILE_LINE)


def _table(document: WordDocument, block: Table) -> None:
    document.add_paragraph(block.caption, "Caption")
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        _heading_cell(cell, column)
    _repeats_on_every_page(table.rows[0])
    for heading, cells in block.rows:
        row = table.add_row()
        _stays_whole(row)
        _heading_cell(row.cells[0], heading)
        for cell, held in zip(row.cells[1:], cells, strict=True):
            _fill(cell, held)
    document.add_paragraph(style=SMALL)


def _heading_cell(cell: _Cell, words: str) -> None:
    cell.paragraphs[0].style = IN_TABLE
    cell.paragraphs[0].add_run(words).bold = True


def _fill(cell: _Cell, held: tuple[Line, ...] | str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = IN_TABLE
    if isinstance(held, str):
        paragraph.add_run(held)
        return
    for at, line in enumerate(held):
        _line(paragraph if at == 0 else cell.add_paragraph(style=IN_TABLE), line, after_number=" ")


def _repeats_on_every_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _stays_whole(row)


def _stays_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
