from __future__ import annotations

import pytest

from ingest.read.lines import Line, Span
from ingest.read.miscoded import mended

PROOF = Line((Span("for the biennium 2008ñ2009,"),))


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("2008ñ2009", "2008–2009"),
        ("paragraph 2 (añc) above", "paragraph 2 (a–c) above"),
        ("the Partiesí moons", "the Parties’ moons"),
        ("the secretariatís moons", "the secretariat’s moons"),
        ("the ìmoonsî of it", "the “moons” of it"),
        ("El Niño and Garcí", "El Niño and Garcí"),
    ],
)
def test_punctuation_is_put_right_where_a_dash_between_digits_proves_it(shown, meant):
    assert mended([PROOF, Line((Span(shown),))])[1].text == meant


def test_a_source_without_such_a_dash_is_left_alone():
    lines = [Line((Span("El Niño, los niños y la acción 2008–2009"),))]
    assert mended(lines) == lines


def test_spans_keep_their_look():
    line = Line((Span("2008"), Span("ñ", italic=True), Span("2009", bold=True)))
    assert mended([line])[0].spans == (
        Span("2008"),
        Span("–", italic=True),
        Span("2009", bold=True),
    )
