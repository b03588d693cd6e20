from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.sentences import sentences


@given(st.text(alphabet="Aa .;?(1", max_size=60))
def test_sentences_are_substrings_in_order(text: str) -> None:
    position = 0
    for part in sentences(text):
        position = text.index(part, position) + len(part)


def test_a_reference_ends_no_sentence() -> None:
    assert len(sentences("See para. 3 and No. 4. Then rest.")) == 2
