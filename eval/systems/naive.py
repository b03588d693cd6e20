"""The plain baseline: LlamaIndex's defaults over whole documents, 512-token chunks, dense.

A chunk is counted as the paragraphs that it holds, in reading order, so that ten results
are ten paragraphs for every system: an equal number of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from llama_index.core import (
    Document as Text,
)
from llama_index.core import (
    StorageContext,
    VectorStoreIndex,
    load_index_from_storage,
)
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import NodeWithScore, TextNode

from assistant.model import Hit
from eval.systems.words import hit_of
from ingest.model import Document, Paragraph

_CHUNK_TOKENS = 512
_OVERLAP_TOKENS = 50

#: A paragraph counts as held by a chunk that shows at least this part of it.
_HELD = 0.5


@dataclass(frozen=True, slots=True)
class Laid:
    """A paragraph and the characters of its document's text where it stands."""

    paragraph: Paragraph
    start: int
    end: int


class NaiveSearch:
    """Builds its own index over the documents, once, and searches it.

    Args:
        documents: What is searched.
        model: The embedder, the same as the assistant's.
        folder: Where the built index is kept.
    """

    def __init__(self, documents: Iterable[Document], model: BaseEmbedding, folder: Path) -> None:
        laid = {document.code: lay_out(document) for document in documents}
        self._laid = {code: places for code, (_, places) in laid.items()}
        if (folder / "docstore.json").is_file():
            storage = StorageContext.from_defaults(persist_dir=str(folder))
            index = load_index_from_storage(storage, embed_model=model)
        else:
            texts = [Text(text=text, id_=code) for code, (text, _) in laid.items()]
            splitter = SentenceSplitter(chunk_size=_CHUNK_TOKENS, chunk_overlap=_OVERLAP_TOKENS)
            index = VectorStoreIndex.from_documents(
                texts, transformations=[splitter], embed_model=model
            )
            index.storage_context.persist(persist_dir=str(folder))
        self._index = index

    def __call__(self, question: str, k: int) -> Sequence[Hit]:
        """The paragraphs of the nearest chunks, the first ``k``."""
        chunks = self._index.as_retriever(similarity_top_k=k).retrieve(question)
        hits: dict[str, Hit] = {}
        for chunk in chunks:
            for paragraph in self._held(chunk):
                hits.setdefault(paragraph.id, hit_of(paragraph, chunk.get_score()))
        return list(hits.values())[:k]

    def _held(self, chunk: NodeWithScore) -> Iterator[Paragraph]:
        node = chunk.node
        if not isinstance(node, TextNode) or node.ref_doc_id is None:
            return
        start, end = node.start_char_idx or 0, node.end_char_idx or 0
        for laid in self._laid[node.ref_doc_id]:
            shown = min(end, laid.end) - max(start, laid.start)
            if shown >= _HELD * (laid.end - laid.start):
                yield laid.paragraph


def lay_out(document: Document) -> tuple[str, list[Laid]]:
    """A document as running text, and where each paragraph stands in it."""
    text = f"{document.code} {document.title}\n\n"
    places = []
    for paragraph in document.paragraphs:
        number = f"{paragraph.number} " if paragraph.kind != "preambular" else ""
        text += number
        places.append(Laid(paragraph, len(text), len(text) + len(paragraph.text)))
        text += f"{paragraph.text}\n\n"
    return text, places
