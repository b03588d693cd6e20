from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnsupportedFormat
from ingest.read.charset import decode

FRENCH = "1. Prie le Secrétariat d’élaborer une stratégie à l’échelle régionale – sans délai;\n"
RUSSIAN = "1. Просит секретариат представить доклад Конференции Сторон на её сессии;\n" * 3


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_western_text_in_any_encoding(encoding):
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_russian_text_in_any_encoding(encoding):
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_a_declared_encoding_is_used_where_it_can_be_true():
    assert decode(RUSSIAN.encode("koi8-r"), declared="KOI8-R") == RUSSIAN
    assert decode(FRENCH.encode("cp1252"), declared="iso-8859-1") == FRENCH
    assert decode(FRENCH.encode("utf-8"), declared="windows-1252") == FRENCH
    assert decode(FRENCH.encode("cp1252"), declared="no such encoding") == FRENCH
    assert decode(FRENCH.encode("cp1252"), declared="rot13") == FRENCH


def test_line_ends_are_one():
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_a_character_cut_at_the_end_spoils_nothing():
    assert decode("Welcomes the report;¹".encode()[:-1]) == "Welcomes the report;"


def test_data_is_not_text():
    with pytest.raises(UnsupportedFormat):
        decode(bytes(range(256)) * 8)


@given(st.text(st.characters(exclude_categories=["C"]), max_size=200))
def test_every_utf_8_text_comes_back(text):
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    with contextlib.suppress(UnsupportedFormat):
        assert isinstance(decode(data), str)
