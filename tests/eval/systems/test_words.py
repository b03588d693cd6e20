from __future__ import annotations

from eval.systems.words import WordsSearch
from ingest.parse import parse_file


def test_the_paragraph_that_shares_the_rare_words_comes_first(seed):
    search = WordsSearch(parse_file(seed).documents, 10)
    hits = search("marine plastic litter and microplastics", 3)
    assert hits[0].label == "BC-14/21, para. 6 (d)"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_what_shares_no_word_is_not_found(seed):
    assert WordsSearch(parse_file(seed).documents, 10)("zebra", 3) == []
