"""The lexical baseline: LlamaIndex's BM25 retriever over paragraphs, as it comes.

Each paragraph is a node of its own words; stop words, stemming and weights are the
retriever's defaults.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from llama_index.core.schema import NodeWithScore, TextNode
from llama_index.retrievers.bm25 import BM25Retriever

from assistant.model import Hit
from ingest.model import Document, Paragraph


class WordsSearch:
    """Builds its index in memory, once, and searches it.

    Args:
        documents: What is searched.
        k: How many are found at most.
    """

    def __init__(self, documents: Iterable[Document], k: int) -> None:
        paragraphs = [paragraph for document in documents for paragraph in document.paragraphs]
        self._paragraphs = {paragraph.id: paragraph for paragraph in paragraphs}
        nodes = [TextNode(text=paragraph.text, id_=paragraph.id) for paragraph in paragraphs]
        self._retriever = BM25Retriever.from_defaults(
            nodes=list(nodes), similarity_top_k=min(k, len(nodes))
        )

    def __call__(self, question: str, k: int) -> Sequence[Hit]:
        """The best paragraphs that share a word with the question, the first ``k``."""
        found = self._retriever.retrieve(question)
        return [self._hit(one) for one in found if one.get_score() > 0][:k]

    def _hit(self, found: NodeWithScore) -> Hit:
        return hit_of(self._paragraphs[found.node.node_id], found.get_score())


def hit_of(paragraph: Paragraph, score: float) -> Hit:
    """A paragraph as what a search finds."""
    return Hit(
        id=paragraph.id,
        label=paragraph.label,
        document=paragraph.document,
        number=paragraph.number,
        score=score,
        text=paragraph.text,
    )
