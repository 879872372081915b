"""How a Word document of ours looks and what it says of itself: language, styles, page, footer."""

from datetime import datetime, time

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from sharedground.exchange.paper import Paper

LANGUAGE = "en-GB"
INK, MUTED, EDGE = RGBColor(0x1E, 0x25, 0x30), RGBColor(0x54, 0x5C, 0x6B), "857E72"
SANS, SERIF, FIXED = "Arial", "Georgia", "Courier New"
HEADINGS = {1: 24, 2: 17, 3: 13, 4: 12}
"""Size of each level in points."""
NONE = Pt(0)
MARGIN = Cm(1.5)
"""How far the words of a line stand right of its number."""

LINE, OPENING, IN_TABLE, SMALL, ROOM, RULED, TYPED = (
    "Script Line", "Script Line Opening", "Table Words", "Small Words", "Room Label", "Ruled Line", "Typed Words",
)  # fmt: skip
TABLE_STYLES = ("Normal Table", "Table Grid")
NUMBER, FILE_LINE = "Line Number Here", "Line in the File"


def dress(document: WordDocument, paper: Paper) -> None:
    """Language, styles, page and footer of an empty document."""
    _without_what_we_do_not_use(document)
    _describe(document, paper)
    _page(document)
    _change_built_in_styles(document)
    _add_styles(document)
    _footer(document, paper.footer)


def _without_what_we_do_not_use(document: WordDocument) -> None:
    """The empty document brings a hundred table styles, which make it slow, and a picture of somebody else's text."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
            style.delete()
    outside = document.part.package.rels
    for name in [name for name, part in outside.items() if part.reltype.endswith("/thumbnail")]:
        del outside[name]


def _describe(document: WordDocument, paper: Paper) -> None:
    made = datetime.combine(paper.made_on, time())
    about = document.core_properties
    about.title, about.author, about.last_modified_by = paper.title, paper.author, paper.author
    about.comments, about.language = "", LANGUAGE
    about.created = about.modified = made
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)


def _change_built_in_styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set(normal, SANS, Pt(12), INK, before=NONE, after=Pt(6))
    normal.paragraph_format.line_spacing = 1.15
    for level, points in HEADINGS.items():
        style = document.styles[f"Heading {level}"]
        assert isinstance(style, ParagraphStyle)
        _set(style, SERIF, Pt(points), INK, before=Pt(points), after=Pt(4))
        style.font.bold, style.font.italic = True, False
    bullets = document.styles["List Bullet"]
    assert isinstance(bullets, ParagraphStyle)
    _set(bullets, SANS, Pt(12), INK, before=NONE, after=Pt(3))
    caption = document.styles["Caption"]
    assert isinstance(caption, ParagraphStyle)
    _set(caption, SANS, Pt(12), INK, before=Pt(12), after=Pt(4))
    caption.font.bold = True
    caption.paragraph_format.keep_with_next = True


def _add_styles(document: WordDocument) -> None:
    line = _paragraph_style(document, LINE, SANS, Pt(12), INK, after=Pt(2))
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = MARGIN, Length(-MARGIN)
    line.paragraph_format.tab_stops.add_tab_stop(MARGIN)
    opening = document.styles.add_style(OPENING, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(opening, ParagraphStyle)
    opening.base_style, opening.paragraph_format.space_before = line, Pt(9)
    _paragraph_style(document, IN_TABLE, SANS, Pt(10), INK, after=Pt(3)).paragraph_format.line_spacing = 1
    _paragraph_style(document, SMALL, SANS, Pt(10), MUTED, after=Pt(6))
    room = _paragraph_style(document, ROOM, SANS, Pt(12), INK, before=Pt(12), after=NONE)
    room.font.bold, room.paragraph_format.keep_with_next = True, True
    ruled = _paragraph_style(document, RULED, SANS, Pt(12), INK, before=NONE, after=NONE)
    ruled.paragraph_format.line_spacing = Pt(26)
    ruled.element.get_or_add_pPr().insert(0, _rules())  # Word wants borders before spacing
    _paragraph_style(document, TYPED, FIXED, Pt(10), INK, after=Pt(6))
    for name, size, colour, bold in ((NUMBER, Pt(10), INK, True), (FILE_LINE, Pt(8), MUTED, False)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(style, CharacterStyle)
        style.font.size, style.font.color.rgb, style.font.bold = size, colour, bold


def _paragraph_style(
    document: WordDocument,
    name: str,
    font: str,
    size: Length,
    colour: RGBColor,
    *,
    before: Length = NONE,
    after: Length,
) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    _set(style, font, size, colour, before=before, after=after)
    return style


def _set(style: ParagraphStyle, font: str, size: Length, colour: RGBColor, *, before: Length, after: Length) -> None:
    style.font.name, style.font.size, style.font.color.rgb = font, size, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = before, after


def _rules() -> BaseOxmlElement:
    """A line under each paragraph, and between two of the same kind."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        rule = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", EDGE)):
            rule.set(qn(f"w:{key}"), value)
        borders.append(rule)
    return borders


def _footer(document: WordDocument, words: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = SMALL
    paragraph.add_run(f"{words} Page ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: WordParagraph, code: str) -> None:
    """A number that Word works out itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
