"""Hostile and damaged Word files: each is one error in one line."""

from __future__ import annotations

import struct
import zipfile

import pytest

from ingest.errors import DecisionsError, EncryptedFile, FileTooLarge, UnreadableFile
from ingest.read import read_file
from ingest.read.docx import package
from tests.ingest.read.docx_maker import p, part, parts, r, write


def refused(path, error=UnreadableFile):
    with pytest.raises(error) as caught:
        read_file(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_zip_bomb(tmp_path):
    made = parts(p("Text"), styles="")
    made["word/styles.xml"] = part("styles", " " * (package.MAX_PART_BYTES + 1))
    path = write(tmp_path / "a.docx", made)
    assert path.stat().st_size < 1 << 20
    assert "unpacks" in refused(path, FileTooLarge)


def test_parts_that_are_a_bomb_only_together(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_TOTAL_BYTES", 50_000)
    made = parts(p("Text"), styles="", numbering="", footnotes="")
    for name in ("styles", "numbering", "footnotes"):
        made[f"word/{name}.xml"] = part(name, " " * 20_000)
    refused(write(tmp_path / "a.docx", made), FileTooLarge)


def directory_field(data, name, offset, value, size="<I"):
    """Set a field of a part's entry in the central directory."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode())) + offset
    return data[:at] + struct.pack(size, value) + data[at + struct.calcsize(size) :]


@pytest.mark.parametrize(
    ("offset", "value", "size"),
    [
        (24, 10, "<I"),  # unpacked size too small
        (24, 1 << 31, "<I"),  # and too large
        (20, 7, "<I"),  # packed size too small
        (20, 1 << 30, "<I"),  # beyond the end of the file
        (42, 1 << 30, "<I"),  # the part stands beyond the end
        (42, 3, "<I"),  # the part stands where none is
        (16, 12345, "<I"),  # wrong checksum
        (10, 99, "<H"),  # a compression that nobody knows
    ],
)
def test_a_central_directory_that_lies(tmp_path, offset, value, size):
    path = write(tmp_path / "a.docx", parts(p("Text " * 500)))
    path.write_bytes(directory_field(path.read_bytes(), "word/document.xml", offset, value, size))
    refused(path)


def test_two_parts_of_one_place(tmp_path):
    made = parts(p("Text"), styles="")
    path = write(tmp_path / "a.docx", made)
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo("word/document.xml").header_offset
    path.write_bytes(directory_field(path.read_bytes(), "word/styles.xml", 42, place))
    refused(path)


def test_an_encrypted_part(tmp_path):
    path = write(tmp_path / "a.docx", parts(p("Text")))
    path.write_bytes(directory_field(path.read_bytes(), "word/document.xml", 8, 1, "<H"))
    assert "password" in refused(path, EncryptedFile)


@pytest.mark.parametrize("keep", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file(tmp_path, keep):
    path = write(tmp_path / "a.docx", parts(p("Text " * 500)))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    refused(path)


def test_missing_parts(tmp_path):
    made = parts(p("Text"), styles="")
    del made["word/document.xml"]
    assert "document.xml is missing" in refused(write(tmp_path / "a.docx", made))


def test_parts_that_others_only_name(tmp_path):
    made = parts(p("Text", style="Heading1", numbered="1/0"), styles="", numbering="", footnotes="")
    for name in ("styles", "numbering", "footnotes"):
        del made[f"word/{name}.xml"]
    assert read_file(write(tmp_path / "a.docx", made)).lines[0].text == "Text"
    del made["_rels/.rels"], made["word/_rels/document.xml.rels"], made["[Content_Types].xml"]
    assert read_file(write(tmp_path / "a.docx", made)).lines[0].text == "Text"


def test_a_relationship_out_of_the_package(tmp_path):
    made = parts(p("Text"), styles="")
    made["word/_rels/document.xml.rels"] = made["word/_rels/document.xml.rels"].replace(
        "styles.xml", "../../../../etc/passwd"
    )
    assert read_file(write(tmp_path / "a.docx", made)).lines[0].text == "Text"


BOMB = '<!DOCTYPE w:document [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
ENTITIES = {
    "external": '<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret}">',
    "parameter": '<!DOCTYPE w:document [<!ENTITY % x SYSTEM "{secret}"> %x;',
    "dtd": '<!DOCTYPE w:document SYSTEM "{secret}" [',
    "laughs": BOMB,
}


@pytest.mark.parametrize("declared", ENTITIES.values(), ids=ENTITIES)
@pytest.mark.parametrize("name", ["document", "styles", "footnotes"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path, declared, name, encoding):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    made = parts(p(r("Text")), styles="", footnotes="")
    doctype = declared.format(secret=secret.as_uri()) + "]>"
    content = made[f"word/{name}.xml"].replace("?>", f"?>{doctype}", 1).replace("UTF-8", encoding)
    made[f"word/{name}.xml"] = content.replace("Text", "Text&x;&j;").encode(encoding)
    message = refused(write(tmp_path / "a.docx", made))
    assert "the secret" not in message


def test_xml_that_is_nested_too_deeply(tmp_path):
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("x") + "</w:sdtContent></w:sdt>" * 5000
    refused(write(tmp_path / "a.docx", parts(deep)))


def test_tables_nested_as_deeply_as_xml_allows(tmp_path):
    deep = "<w:tbl><w:tr><w:tc>" * 80 + p("x") + "</w:tc></w:tr></w:tbl>" * 80
    assert read_file(write(tmp_path / "a.docx", parts(deep))).lines[0].text == "x"


def test_other_things_in_place_of_xml(tmp_path):
    for content in ("", "no xml", "\0" * 500, "<w:document>", '<?xml version="9"?><a/>'):
        made = parts(p("Text"))
        made["word/document.xml"] = content
        with pytest.raises(DecisionsError):
            read_file(write(tmp_path / "a.docx", made))
