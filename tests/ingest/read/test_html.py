from __future__ import annotations

import pytest

from ingest.errors import UnreadableFile
from ingest.read import read_file


def read(tmp_path, content, encoding="utf-8"):
    path = tmp_path / "page"
    path.write_bytes(content.encode(encoding))
    return read_file(path)


def texts(pages):
    return [line.text for line in pages.lines]


def numbered(pages):
    return [(line.number, line.level, line.text) for line in pages.lines]


def test_blocks_and_headings(tmp_path):
    pages = read(tmp_path, "<html lang=fr-CH><h2>Title</h2><p>One\n two<div>three<br>four</div>")
    assert [(line.role, line.level, line.text) for line in pages.lines] == [
        ("heading", 2, "Title"),
        ("paragraph", 0, "One two"),
        ("paragraph", 0, "three\nfour"),
    ]
    assert pages.language == "fr"
    assert all(line.whole for line in pages.lines)


def test_emphasis_by_tag_and_by_style(tmp_path):
    (line,) = read(
        tmp_path,
        "<p><em>Requests</em> the <b>Secretariat</b><sup>2</sup> <span style='font-style: italic'>"
        "so <span style='font-style:normal'>not</span></span>",
    ).lines
    looks = [(span.text, span.italic, span.bold, span.raised) for span in line.spans]
    assert looks == [
        ("Requests", True, False, False),
        (" the ", False, False, False),
        ("Secretariat", False, True, False),
        ("2", False, False, True),
        (" ", False, False, False),
        ("so ", True, False, False),
        ("not", False, False, False),
    ]


def test_lists_are_numbered_as_browsers_do(tmp_path):
    pages = read(
        tmp_path,
        "<ol start=6><li>Six:<ol type=a start=3><li>c<li value=5>e<li>f:"
        "<ol style='list-style-type: lower-roman'><li>i<li>ii</ol></ol>after<li>Seven</ol>"
        "<ul><li>bullet</ul><ol reversed><li>2<li>1</ol><ol type=I><li>I",
    )
    assert numbered(pages) == [
        ("6.", 1, "Six:"),
        ("(c)", 2, "c"),
        ("(e)", 2, "e"),
        ("(f)", 2, "f:"),
        ("(i)", 3, "i"),
        ("(ii)", 3, "ii"),
        (None, 1, "after"),
        ("7.", 1, "Seven"),
        ("•", 1, "bullet"),
        ("2.", 1, "2"),
        ("1.", 1, "1"),
        ("I.", 1, "I"),
    ]


def test_a_paragraph_in_an_item_bears_its_number_once(tmp_path):
    pages = read(tmp_path, "<ol><li><p>One</p><p>more</p></li><li><ol type=a><li>a</ol></li></ol>")
    assert numbered(pages) == [("1.", 1, "One"), (None, 1, "more"), ("2.", 2, ""), ("(a)", 2, "a")]


def test_what_is_not_the_text_is_left_out(tmp_path):
    pages = read(
        tmp_path,
        "<title>no</title><style>no</style><header>no</header><nav>no</nav><aside>no</aside>"
        "<form><script>no</script><p hidden>no<p style='DISPLAY : none'>no</p><p aria-hidden=true>"
        "no</p><div role=navigation>no</div><button>no</button><noscript>no</noscript>"
        "<p>yes</p></form><footer>no</footer><!-- no --><svg><text>no</text></svg>",
    )
    assert texts(pages) == ["yes"]


def test_the_main_part_is_taken_where_it_holds_the_text(tmp_path):
    words = "<p>Welcomes the report of the fictional working group;"
    pages = read(tmp_path, f"<div>Menu</div><main><header>Top</header>{words}</main><div>End")
    assert texts(pages)[0] == "Top"
    assert len(pages.lines) == 2
    pages = read(tmp_path, f"{words * 3}<article>Short teaser</article>")
    assert len(pages.lines) == 4


WORD = """<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
</head><body lang=EN-GB><p class=MsoNormal><![if !supportLists]>1.<span style='font:7.0pt "Times"'>
&nbsp;&nbsp; </span><![endif]><i>Takes note</i><a style='mso-footnote-id:ftn1' href="#_ftn1"
 name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> in 2018 – that;</p>
<div><br clear=all><hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">
<span class=MsoFootnoteReference>[1]</span></a> See UNEP/XX.1/2.</p><p>More.</p></div></div>"""


def test_footnotes_as_word_writes_them(tmp_path):
    pages = read(tmp_path, WORD, "cp1252")
    body, note = pages.lines
    assert body.text == "1. Takes note1 in 2018 – that;"
    assert [span.note for span in body.spans if span.raised] == ["1"]
    assert (note.role, note.note, note.text) == ("footnote", "1", "See UNEP/XX.1/2.\nMore.")
    assert pages.language == "en"


def test_footnotes_by_role_and_in_a_list(tmp_path):
    pages = read(
        tmp_path,
        "<p>Text<a id=r1 href='http://example.org/page#n1'><sup>1</sup></a> and"
        "<sup><a href='#n2' id=r2>2</a></sup></p><section role=doc-endnotes><ol>"
        "<li id=n1>One. <a href='#r1'>↩</a><li id=n2><p>Two. <a href='#r2' role=doc-backlink>^</a>"
        "</ol></section><p role=doc-footnote>* Three.</p>",
    )
    assert [span.note for span in pages.lines[0].spans if span.note] == ["1", "2"]
    assert [(line.role, line.note, line.text) for line in pages.lines[1:]] == [
        ("footnote", "1", "One."),
        ("footnote", "2", "Two."),
        ("footnote", "*", "Three."),
    ]


def test_a_footnote_whose_place_has_no_name(tmp_path):
    pages = read(
        tmp_path,
        "<p>Text<a href='#_ftn1' name='_ftnref1'>[1]</a>.</p>"
        "<p class=MsoFootnoteText><a href='#_ftnref1'><sup>[1]</sup></a> The note.</p>",
    )
    assert [(line.note, line.text) for line in pages.lines] == [
        (None, "Text1."),
        ("1", "The note."),
    ]


def test_a_typed_number_wins_over_the_automatic_one(tmp_path):
    pages = read(tmp_path, "<ul><li>(a) One<li>Two</ul><ol><li>1. Three<li>Four")
    assert [line.number for line in pages.lines] == [None, "•", None, "2."]


def test_other_links_within_a_page_are_text(tmp_path):
    pages = read(
        tmp_path,
        "<p><a href='#a'>Annex</a> <a href='#x'>1</a> <a href='#none'><sup>3</sup></a>"
        "<h2 id=a>Annex</h2><p>See <a href='#top'>above</a>",
    )
    assert texts(pages) == ["Annex 1 3", "Annex", "See above"]


def test_tables_have_a_cell_for_each_column(tmp_path):
    pages = read(
        tmp_path,
        "<table><tr><th colspan=2>Head<th>Y<tr><td rowspan=2>a<td>b&nbsp; c<td><p>d<p>e"
        "<tr><td>f<td><ol><li>g</ol></table>",
    )
    assert [line.cells for line in pages.lines] == [
        ("Head", "", "Y"),
        ("a", "b c", "d e"),
        ("", "f", "1. g"),
    ]
    assert pages.lines[1].text == "a\tb c\td e"
    assert {line.role for line in pages.lines} == {"table"}


def test_tables_that_only_place_text_are_seen_through(tmp_path):
    pages = read(
        tmp_path,
        "<table><tr><td>Menu</td><td><p>1. Decides to meet again;</p><p>2. Requests a report.</p>"
        "<table><tr><td>Budget<td>100</table></td></tr></table><table><tr><td>frame</table>",
    )
    assert texts(pages) == [
        "Menu", "1. Decides to meet again;", "2. Requests a report.", "Budget\t100", "frame"
    ]  # fmt: skip


def test_absurd_spans_and_numbers_do_no_harm(tmp_path):
    pages = read(
        tmp_path,
        "<table><tr><td colspan=99999999 rowspan=9999999>a<td>b<tr><td>c</table>"
        "<ol start=99999999999999999999><li value=x>d<li value=-7>e",
    )
    assert len(pages.lines[0].cells) < 1000
    assert [line.number for line in pages.lines[-2:]] == ["1.", "-7."]


def test_numbered_text_between_line_breaks_is_told_apart(tmp_path):
    pages = read(tmp_path, "<p>6. Requests:<br>(a) One<br>two;<br><br>(b) Three")
    assert texts(pages) == ["6. Requests:", "(a) One\ntwo;", "(b) Three"]


def test_typed_text_keeps_its_lines(tmp_path):
    pages = read(tmp_path, "<pre>1. Decides\n   so;\n2. Requests</pre>")
    assert texts(pages) == ["1. Decides", "   so;", "2. Requests"]
    assert not any(line.whole for line in pages.lines)


def test_deleted_text_is_dropped_and_said(tmp_path):
    pages = read(tmp_path, "<p>Parties <del>may</del><ins>shall</ins> <s>soon</s> report")
    assert texts(pages) == ["Parties shall soon report"]
    assert len(pages.warnings) == 2


def test_invisible_characters(tmp_path):
    assert texts(read(tmp_path, "<p>haz&shy;ard&#8203;ous non&#8209;toxic <q>so</q>")) == [
        "hazardous non-toxic “so”"
    ]


MHTML = """From: <Saved by a browser>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><p>Notes =E2=80=93 with appreciation</p></body></html>
------b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b--
"""


def test_a_page_saved_with_its_pictures(tmp_path):
    assert texts(read(tmp_path, MHTML)) == ["Notes – with appreciation"]


def test_the_encoding_that_the_page_names(tmp_path):
    russian = "<html><meta charset=koi8-r><p>Просит секретариат"
    assert texts(read(tmp_path, russian, "koi8-r")) == ["Просит секретариат"]


@pytest.mark.parametrize(
    "content", ["<html></html>", "<html><script>x</script><p> </p>", WORD[:60]]
)
def test_a_page_without_text_is_an_error(tmp_path, content):
    with pytest.raises(UnreadableFile):
        read(tmp_path, content)


def test_elements_nested_without_end(tmp_path):
    assert texts(read(tmp_path, "<div>" * 3_000 + "<ol><li>" * 500 + "deep"))[-1] == "deep"
