from __future__ import annotations

import os
import zipfile

import pytest

from ingest.errors import (
    DecisionsError,
    EncryptedFile,
    FileTooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from ingest.read import read_file
from ingest.read.detect import detect, is_catalogue

TEXTUAL = {
    "<!DOCTYPE html><html><p>x": "html",
    "<?xml version='1.0'?>\n<!-- saved -->\n<html xmlns='x'>": "html",
    "\ufeff\n <p class=x>1. Decides": "html",
    "<!-- saved from url=(0014)about:internet -->\n<HTML>": "html",
    "Decision XX-1/2\n\n1. Decides": "text",
    "# Decision\n\n1. *Decides*": "text",
    "<https://example.org> is an address": "text",
    "a < b, and so on": "text",
}


@pytest.mark.parametrize(("content", "form"), TEXTUAL.items())
def test_text_and_html(tmp_path, content, form):
    path = tmp_path / "name.pdf"
    path.write_text(content, encoding="utf-8")
    assert detect(path) == form


def archive(path, *names):
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return path


def test_archives_are_told_by_their_parts(tmp_path):
    assert detect(archive(tmp_path / "a.txt", "[Content_Types].xml", "word/document.xml")) == "docx"
    for names, word in (
        (["[Content_Types].xml", "xl/workbook.xml"], "spreadsheet"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "presentation"),
        (["mimetype", "content.xml"], "OpenDocument"),
        (["a.txt"], "ZIP"),
    ):
        with pytest.raises(UnsupportedFormat, match=word):
            detect(archive(tmp_path / "a.docx", *names))


def test_a_truncated_word_file_is_still_one(tmp_path):
    path = archive(tmp_path / "a.docx", "[Content_Types].xml", "word/document.xml")
    path.write_bytes(path.read_bytes()[:90])
    assert detect(path) == "docx"


@pytest.mark.parametrize(
    ("data", "error", "word"),
    [
        (b"", UnreadableFile, "empty"),
        (b" \n\n\t", UnreadableFile, "empty"),
        (b"\0" * 5000, UnreadableFile, "empty"),
        (bytes(range(256)) * 20, UnsupportedFormat, "not text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, UnsupportedFormat, "picture"),
        (b"{\\rtf1 x}", UnsupportedFormat, "DOCX or PDF"),
        (b"<?xml version='1.0'?><feed/>", UnsupportedFormat, "XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnsupportedFormat, "2003"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            EncryptedFile,
            "password",
        ),
    ],
)
def test_what_is_refused_and_why(tmp_path, data, error, word):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=word):
        read_file(path)


def test_places_that_are_no_files(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("missing.txt", "", "pipe"):
        with pytest.raises(UnreadableFile):
            read_file(tmp_path / name)


def test_a_file_over_the_limit_is_not_opened(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate((1 << 20) + 1)
    with pytest.raises(FileTooLarge, match="more than 1"):
        read_file(path, max_file_mb=1)


def test_each_refusal_is_one_line_with_a_remedy(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(b"\x1f\x8b" + b"\0" * 9)
    with pytest.raises(DecisionsError) as caught:
        read_file(path)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_our_own_catalogue_is_no_document(tmp_path):
    path = tmp_path / "catalogue.txt"
    path.write_text('# What there is.\n\n[[document]]\nsymbols = [\n  "UNEP/CHW.98/INF/1",\n]\n')
    with pytest.raises(UnsupportedFormat, match=r"catalogue of documents.*DECISIONS_CATALOGUE"):
        detect(path)


@pytest.mark.parametrize(
    "content", [" " * 60_000, "#\n" * 30_000, "[[document]]\n" + "\n" * 60_000]
)
def test_looking_for_a_catalogue_takes_no_time(tmp_path, content):
    path = tmp_path / "long.txt"
    path.write_text(f"{content}x")
    assert not is_catalogue(path)
