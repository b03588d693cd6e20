"""The ZIP package of a Word file, opened without trusting it.

Parts are found through their relationships (ECMA-376 part 2), read within limits and
parsed without entities, DTDs or the network.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from lxml import etree

from ingest.errors import EncryptedFile, FileTooLarge, UnreadableFile

#: A part, and all parts together, may unpack to this many bytes. The text of a report of
#: a thousand pages takes some 30 MB.
MAX_PART_BYTES = 96 << 20
MAX_TOTAL_BYTES = 160 << 20

_CHUNK = 1 << 20
_DAMAGED_REMEDY = "open it in Word and save it again"

#: Namespaces of the strict variant (ISO/IEC 29500-1), read as the usual ones.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link of one part to another: its kind (``header``) and the target part's name."""

    kind: str
    target: str


def damaged(reason: str) -> UnreadableFile:
    """The error of a Word file that cannot be read."""
    return UnreadableFile(f"the Word file is damaged: {reason}", _DAMAGED_REMEDY)


class Package:
    """An open Word file; a context manager.

    Raises:
        UnreadableFile: It is no ZIP archive or holds no document.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise damaged(str(error) or "not an archive") from None
        # Word takes part names without regard to case.
        self._entries = {
            info.filename.replace("\\", "/").lstrip("/").lower(): info
            for info in self._archive.infolist()
        }
        self._size = path.stat().st_size
        self._unpacked = 0
        self.main = self._main_part()
        self.relationships = self.relationships_of(self.main)

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._archive.close()

    def related(self, kind: str) -> str | None:
        """Name of the main part's only part of a kind (``numbering``); None without one."""
        for relationship in self.relationships.values():
            if relationship.kind == kind:
                return relationship.target
        # Some writers leave the relationship out and still use the usual name.
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return usual if usual.lower() in self._entries else None

    def read_related(self, kind: str) -> etree._Element | None:
        """The main part's only part of a kind; None where it is named nowhere or absent."""
        name = self.related(kind)
        return self.read(name) if name is not None else None

    def relationships_of(self, part: str) -> dict[str, Relationship]:
        """The links of a part within the package, by their id."""
        folder, name = posixpath.split(part)
        root = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relationship] = {}
        for item in root if root is not None else ():
            if item.get("TargetMode") == "External" or not isinstance(item.tag, str):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
            kind = item.get("Type", "").rpartition("/")[2]
            found[item.get("Id", "")] = Relationship(kind, target.lstrip("/"))
        return found

    def read(self, name: str) -> etree._Element | None:
        """The root of an XML part; None where the package has no such part.

        Raises:
            UnreadableFile: It cannot be unpacked or is no XML without a DTD.
            FileTooLarge: It unpacks to more than the limit.
        """
        info = self._entries.get(name.lower())
        if info is None:
            return None
        data = self._unpack(info)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged(f"{name} is not XML ({error})") from None
        if root.getroottree().docinfo.internalDTD is not None:
            # The format forbids them, and they are only used to attack readers.
            raise damaged(f"{name} declares a document type")
        return root

    def _main_part(self) -> str:
        for relationship in self.relationships_of("").values():
            if (
                relationship.kind == "officeDocument"
                and relationship.target.lower() in self._entries
            ):
                return relationship.target
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        raise damaged("the part word/document.xml is missing")

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise EncryptedFile("the file needs a password", "save it without one")
        if info.compress_size > self._size:
            raise damaged(f"{info.filename} claims to be longer than the file")
        try:
            data = self._unpack_within_limits(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            raise damaged(f"{info.filename} cannot be unpacked ({error})") from None
        except (RuntimeError, OSError) as error:  # what zipfile raises for lying offsets
            raise damaged(f"{info.filename} cannot be unpacked ({error})") from None
        if len(data) != info.file_size:
            raise damaged(f"{info.filename} is not as long as the archive says")
        return data

    def _unpack_within_limits(self, info: zipfile.ZipInfo) -> bytes:
        """What the archive says is checked at once, what is true while it comes out."""
        self._check(info.file_size)
        chunks: list[bytes] = []
        size = 0
        with self._archive.open(info) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                self._check(size)
                chunks.append(chunk)
        self._unpacked += size
        return b"".join(chunks)

    def _check(self, size: int) -> None:
        if size > MAX_PART_BYTES or self._unpacked + size > MAX_TOTAL_BYTES:
            raise FileTooLarge(
                "the Word file unpacks to far more than its size",
                "open it in Word and save it again without embedded data",
            )
