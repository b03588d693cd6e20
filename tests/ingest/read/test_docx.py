from __future__ import annotations

from ingest.read.docx import read_docx
from tests.ingest.read.docx_maker import USUAL, W, abstract, num, p, parts, r, write

NUMBERING = abstract(0, *USUAL) + num(1, 0)
NOTES = "".join(
    f'<w:footnote w:id="{ident}"><w:p><w:r><w:footnoteRef/></w:r>{r(f" {text}")}</w:p></w:footnote>'
    for ident, text in ((2, "See document UNEP/XX.1/INF/2."), (3, "Ibid."), (4, "* Also."))
)


def read(tmp_path, body, **others):
    return read_docx(write(tmp_path / "a.docx", parts(body, **others)))


def call(ident, mark=""):
    custom = ' w:customMarkFollows="1"' if mark else ""
    text = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:footnoteReference{custom} w:id="{ident}"/>{text}</w:r>'


def ins(content):
    return f'<w:ins w:id="1" w:author="x">{content}</w:ins>'


def gone(text):
    return f'<w:del w:id="2" w:author="x"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


GONE_MARK = '<w:rPr><w:del w:id="3" w:author="x"/></w:rPr>'


def test_footnotes_are_numbered_in_the_order_of_their_marks(tmp_path):
    body = p(r("Welcomes the report") + call(3) + r(" and") + call(2)) + p("Next.")
    lines = read(tmp_path, body, footnotes=NOTES).lines
    assert [(line.role, line.note, line.text) for line in lines] == [
        ("paragraph", None, "Welcomes the report1 and2"),
        ("footnote", "1", "Ibid."),
        ("footnote", "2", "See document UNEP/XX.1/INF/2."),
        ("paragraph", None, "Next."),
    ]
    assert [span.note for span in lines[0].spans] == [None, "1", None, "2"]


def test_a_typed_mark_is_the_notes_number(tmp_path):
    body = p(r("Title") + call(4, "*")) + p(r("Text") + call(2))
    lines = read(tmp_path, body, footnotes=NOTES).lines
    assert [(line.note, line.text) for line in lines if line.note] == [
        ("*", "Also."),
        ("1", "See document UNEP/XX.1/INF/2."),
    ]


def test_a_mark_without_its_note_is_said(tmp_path):
    pages = read(tmp_path, p(r("Text") + call(9)))
    assert pages.lines[0].spans[-1].note == "1"
    assert any("footnotes" in warning for warning in pages.warnings)


def test_notes_are_numbered_as_the_section_says(tmp_path):
    def section(form):
        inner = f'<w:footnotePr>{form}<w:numRestart w:val="eachSect"/></w:footnotePr>'
        return f"<w:sectPr>{inner}</w:sectPr>"

    body = (
        p(r("One") + call(2), section(""))
        + p(r("Two") + call(3))
        + section('<w:numFmt w:val="lowerLetter"/>')
    )
    lines = read(tmp_path, body, footnotes=NOTES).lines
    assert [line.note for line in lines if line.note] == ["1", "a"]


def test_insertions_are_accepted_and_deletions_dropped(tmp_path):
    body = p(r("Requests ") + gone("Parties") + ins(r("the Secretariat")) + r(" to report;"))
    pages = read(tmp_path, body)
    assert pages.lines[0].text == "Requests the Secretariat to report;"
    assert pages.warnings == ("tracked changes: 1 insertions accepted, 1 deletions dropped",)


def test_moved_text_stands_only_where_it_went(tmp_path):
    body = p(f"<w:moveFrom>{r('moved')}</w:moveFrom>{r('A')}")
    body += p(f"<w:moveTo>{r('moved')}</w:moveTo>{r(' B')}")
    assert [line.text for line in read(tmp_path, body).lines] == ["A", "moved B"]


def test_a_deleted_paragraph_is_not_counted(tmp_path):
    body = (
        p("One", numbered="1/0")
        + p(gone("Two"), GONE_MARK, numbered="1/0")
        + p("Three", numbered="1/0")
    )
    lines = read(tmp_path, body, numbering=NUMBERING).lines
    assert [(line.number, line.text) for line in lines] == [("1.", "One"), ("2.", "Three")]


def test_a_deleted_mark_joins_two_paragraphs(tmp_path):
    body = p("Requests ", GONE_MARK, numbered="1/0") + p("the Secretariat;", numbered="1/0")
    body += p("Two", numbered="1/0")
    lines = read(tmp_path, body, numbering=NUMBERING).lines
    assert [(line.number, line.text) for line in lines] == [
        ("1.", "Requests the Secretariat;"),
        ("2.", "Two"),
    ]


def test_a_footnote_in_deleted_text_is_not_counted(tmp_path):
    body = p(f"<w:del>{call(2)}</w:del>{r('Text')}{call(3)}")
    lines = read(tmp_path, body, footnotes=NOTES).lines
    assert [(line.note, line.text) for line in lines if line.note] == [("1", "Ibid.")]


def test_deleted_rows_and_cells(tmp_path):
    def row(text, properties=""):
        cells = f"<w:tc>{p(text)}</w:tc><w:tc>{p('x')}</w:tc>"
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    table = f"<w:tbl>{row('a')}{row('b', '<w:del/>')}{row('c', '<w:ins/>')}</w:tbl>"
    pages = read(tmp_path, table)
    assert [line.cells for line in pages.lines] == [("a", "x"), ("c", "x")]


def field(code, result):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + inner + mark("separate") + r(result) + mark("end")


def test_fields_show_their_result(tmp_path):
    body = p(r("Page ") + field("PAGE", "3") + r(", ") + field("REF x", "para. 4"))
    assert read(tmp_path, body).lines[0].text == "Page 3, para. 4"


def test_a_field_within_a_field(tmp_path):
    inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field("SEQ", "no") + r("no")
    body = p(inner + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("yes"))
    assert read(tmp_path, body).lines[0].text == "yes"


def test_a_field_that_never_ends_swallows_nothing_after_its_paragraph(tmp_path):
    body = p(r("A ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("code")) + p("B")
    assert [line.text for line in read(tmp_path, body).lines] == ["A", "B"]


def test_characters_that_are_elements(tmp_path):
    run = (
        "<w:r><w:t>1.</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>hazard</w:t><w:softHyphen/>"
        '<w:t>ous, </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>'
        '<w:br w:type="page"/><w:t> end</w:t></w:r>'
    )
    math = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    assert read(tmp_path, p(run + math)).lines[0].text == "1.\tnon-hazardous, ≥5 endx+1"


def test_typed_paragraphs_with_line_breaks_between_them_are_told_apart(tmp_path):
    run = "<w:r><w:t>6. Requests:</w:t><w:br/><w:t>(a) One</w:t><w:br/><w:t>two;</w:t></w:r>"
    assert [line.text for line in read(tmp_path, p(run)).lines] == [
        "6. Requests:",
        "(a) One\ntwo;",
    ]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>
 <w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="UN"><w:name w:val="_ H_1_G"/></w:style>
<w:style w:type="paragraph" w:styleId="Ch"><w:name w:val="_ H _Ch_G"/></w:style>
<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Any"/>
 <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="It"><w:name w:val="It"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Em"><w:name w:val="Em"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/>
 <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""


def test_headings_by_style_and_outline(tmp_path):
    body = (
        p("A", style="T2") + p("B", style="UN") + p("C", style="Ch") + p("D", style="Out")
        + p("E", '<w:outlineLvl w:val="9"/>', style="T2") + p("F", '<w:outlineLvl w:val="0"/>')
    )  # fmt: skip
    lines = read(tmp_path, body, styles=STYLES).lines
    assert [(line.role, line.level) for line in lines] == [
        ("heading", 2), ("heading", 2), ("heading", 1), ("heading", 3), ("paragraph", 0),
        ("heading", 1),
    ]  # fmt: skip


def test_looks_come_through_styles(tmp_path):
    body = (
        p("bold", style="T2")
        + p(r("em", '<w:rStyle w:val="Em"/>') + r(" not"))
        + p(r("upright", '<w:rStyle w:val="Em"/>') + r(" slanted"), style="It")
        + p(r("2") + r("3", '<w:rStyle w:val="Up"/>') + r("th", '<w:position w:val="6"/>'))
    )
    pages = read(tmp_path, body, styles=STYLES)
    bold, em, toggled, raised = pages.lines
    assert (bold.spans[0].bold, bold.size) == (True, 14.0)
    assert [span.italic for span in em.spans] == [True, False]
    assert [span.italic for span in toggled.spans] == [False, True]
    assert [span.raised for span in raised.spans] == [False, True]
    assert em.size == 10.0
    assert pages.language == "fr"


def test_hidden_text_and_comments_are_left_out_and_said(tmp_path):
    body = p(r("shown") + r("hidden", "<w:vanish/>") + "<w:r><w:commentReference/></w:r>")
    pages = read(tmp_path, body)
    assert pages.lines[0].text == "shown"
    assert len(pages.warnings) == 2


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_tables_are_rows_with_a_cell_for_each_column(tmp_path):
    body = table(
        cell(p("Head"), '<w:gridSpan w:val="2"/>')
        + cell(p("Total"), '<w:vMerge w:val="restart"/>'),
        cell(p(r("a") + call(2))) + cell(p("b") + p("c")) + cell(p(), "<w:vMerge/>"),
    )
    lines = read(tmp_path, body, footnotes=NOTES).lines
    assert [line.cells for line in lines if line.role == "table"] == [
        ("Head", "", "Total"),
        ("a", "b c", ""),
    ]
    assert lines[1].text == "a1\tb c\t"
    assert [(line.role, line.note) for line in lines[2:]] == [("footnote", "1")]


def test_automatic_numbers_and_tables_within_cells(tmp_path):
    inner = table(cell(p("x")) + cell(p("y")))
    body = table(cell(p("One", numbered="1/0")) + cell(inner + p("after")))
    lines = read(tmp_path, body, numbering=NUMBERING).lines
    assert [line.cells for line in lines] == [("1. One", "x y after")]


def test_a_frame_around_text_is_no_table(tmp_path):
    body = table(cell(p("One", numbered="1/0")), cell(p("Two", numbered="1/0")))
    lines = read(tmp_path, body, numbering=NUMBERING).lines
    assert [(line.role, line.number) for line in lines] == [
        ("paragraph", "1."),
        ("paragraph", "2."),
    ]


def test_headers_stand_once_and_before_their_section(tmp_path):
    running = '<w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
    section = f"<w:sectPr>{running}</w:sectPr>"
    body = p("One", section) + p("Two") + section
    pages = read(tmp_path, body, header1=p("XX/1/2"), footer1=p(field("PAGE", "1")))
    assert [(line.role, line.text) for line in pages.lines] == [
        ("header", "XX/1/2"),
        ("paragraph", "One"),
        ("footer", "1"),
        ("paragraph", "Two"),
    ]


def test_a_text_box_is_read_once(tmp_path):
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [line.text for line in read(tmp_path, p(r("Before") + drawing)).lines] == [
        "Before",
        "In the box",
    ]


def test_content_controls_and_links_are_seen_through(tmp_path):
    link = f'<w:hyperlink r:id="x">{r("link")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('A ') + link)}</w:sdtContent></w:sdt>"
    run_control = f"<w:sdt><w:sdtContent>{r('B')}</w:sdtContent></w:sdt>"
    assert [line.text for line in read(tmp_path, control + p(run_control)).lines] == ["A link", "B"]


def test_the_strict_variant_and_a_part_of_another_name(tmp_path):
    made = parts(p("Text"))
    strict = W.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    made["word/document2.xml"] = made.pop("word/document.xml").replace(W, strict)
    made["_rels/.rels"] = made["_rels/.rels"].replace("document.xml", "document2.xml")
    assert read_docx(write(tmp_path / "a.docx", made)).lines[0].text == "Text"
