"""Exact references: every place of many decisions, asked for in the ways people write them.

The decisions are those of the suite ``unfccc``; places and forms are drawn with a fixed seed.
Right is an answer that cites just that place with all that stands below it.
``DECISIONS_BENCH_REFERENCES`` sets how many decisions are drawn (60 if not given).
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from assistant.answer.reading import Reading
from assistant.assistant import open_assistant
from eval.corpus import prepare
from ingest import pipeline
from ingest.errors import SuiteInvalid
from ingest.model import Document, Footnote, Paragraph
from ingest.settings import load_settings

_FORMS = {
    ("para",): (
        "quote paragraph {0} of {code}",
        "What does para. {0} of decision {code} say?",
        "{code} para {0}",
        "decision {code} OP{0}",
        "read me {code} §{0}",
        "{code} (para. {0})",
        "In {code}, what does paragraph {0} provide?",
        "paragraph {0} in {code} pls",
        "I need the exact words of {code}, paragraph {0}.",
        "Que dit le paragraphe {0} de la décision {code} ?",
        "¿Qué dice el párrafo {0} de la decisión {code}?",
        "Что говорится в пункте {0} решения {code}?",
        "ماذا تقول الفقرة {0} من المقرر {code}؟",
        "{code}号决定第{0}段是什么？",
    ),
    ("para", "subpara"): (
        "para {0} ({1}) of {code}",
        "{0}({1}) in {code}",
        "subparagraph ({1}) of paragraph {0} of {code}",
        "{code}, para. {0}({1})",
        "{code} {0}{1}",
        "quote para {0} {1} of {code}",
        "What does sub-paragraph {0} ({1}) of {code} say?",
    ),
    ("annex", "para"): (
        "paragraph {1} of the annex to {code}",
        "{code} annex para {1}",
        "annex, paragraph {1}, of decision {code}",
        "the annex to decision {code}, paragraph {1}",
    ),
    ("preamble", "para"): (
        "preambular paragraph {1} of {code}",
        "PP{1} of {code}",
        "paragraph {1} of the preamble of {code}",
    ),
}
_NOTES = ("footnote {0} of {code}", "{code} fn {0}", "What does footnote {0} to {code} say?")


def main() -> None:
    """Ask, and print how many were answered by just the place that is meant."""
    drawn = int(os.environ.get("DECISIONS_BENCH_REFERENCES", "60"))
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings(Path(folder))
        try:
            paths = prepare("unfccc", settings)
        except SuiteInvalid as error:
            sys.stdout.write(f"passed over: {error}\n")
            return
        pipeline.ingest(paths, settings)
        assistant = open_assistant(settings)
        documents = list(assistant.index.library.documents())
        asked, wrong = 0, []
        for question, labels in _questions(documents, drawn):
            asked += 1
            cited = [one.label for one in assistant.ask(question).citations]
            if sorted(cited) != sorted(labels):
                wrong.append(f"  {question} -> {', '.join(cited) or 'nothing'}")
        assistant.close()
    sys.stdout.write(f"{asked} references, {1 - len(wrong) / asked:.1%} right\n")
    sys.stdout.writelines(f"{line}\n" for line in wrong)


def _questions(documents: list[Document], drawn: int) -> Iterator[tuple[str, list[str]]]:
    """Questions, each with the labels that answer it."""
    random_ = random.Random(0)
    for _ in range(drawn):
        reading = Reading(random_.choice(documents))
        for names, forms in _FORMS.items():
            if places := [p for p in reading.document.paragraphs if _is(p, names)]:
                place = random_.choice(places)
                values = [segment.value for segment in place.pinpoint.segments]
                question = random_.choice(forms).format(*values, code=reading.document.code)
                yield question, [place.label, *(p.label for p in reading.below(place))]
        if notes := [note for note in reading.document.footnotes if _is_plain(note, reading)]:
            note = random_.choice(notes)
            question = random_.choice(_NOTES).format(note.number, code=reading.document.code)
            yield question, [note.label]


def _is(paragraph: Paragraph, names: tuple[str, ...]) -> bool:
    segments = paragraph.pinpoint.segments
    return tuple(segment.name for segment in segments) == names and (
        names[0] != "annex" or not segments[0].value
    )


def _is_plain(note: Footnote, reading: Reading) -> bool:
    """Whether its number alone tells which footnote is meant."""
    same = [one for one in reading.document.footnotes if one.number == note.number]
    return note.number.isdigit() and len(same) == 1 and note.part is None


if __name__ == "__main__":
    main()
