from __future__ import annotations

from contextlib import closing

from eval.bench.memory import MemoryIndex
from ingest.model import Document, Paragraph
from ingest.pinpoint import Pinpoint
from tests.ingest.store_makers import Letters, WordsEmbedder


def test_what_is_kept_is_not_encoded_again(tmp_path):
    paragraphs = tuple(
        Paragraph("BC-99/1", Pinpoint() / ("para", str(n)), "operative", text)
        for n, text in enumerate(("Paint the harbour.", "Count the clouds.", "Count the clouds."))
    )
    document = Document("BC-99/1", "", "fiction.txt", paragraphs=paragraphs)
    embedder, late = WordsEmbedder(), Letters()
    ids = [paragraph.id for paragraph in paragraphs]
    found = []
    for run in ("first", "second"):
        kept = tmp_path / "kept"
        with closing(MemoryIndex([document], tmp_path / run, embedder, late, kept)) as index:
            nearest = index.dense(index.embed(["Count the clouds."])[0], 1)[0].id
            found.append((nearest, [len(matrix) for matrix in index.tokens(ids)]))
    assert found[0] == found[1] == (ids[1], [15, 14, 14])
    assert (embedder.embedded, late.encoded) == (2 + 2, 2)  # two passages once, a question each
