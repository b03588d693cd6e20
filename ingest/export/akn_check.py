"""What can be checked of an Akoma Ntoso file without its schema."""

from __future__ import annotations

from collections import Counter

from ingest.export.akn_names import akn
from ingest.export.akn_read import parse_xml


def check_akn(xml: str | bytes) -> tuple[str, ...]:
    """Everything that is wrong: eIds that repeat or hold spaces, links inside that lead nowhere.

    Raises:
        UnreadableFile: The XML is not well-formed.
    """
    root = parse_xml(xml)
    problems: list[str] = []
    if root.tag != akn("akomaNtoso"):
        problems.append(f"the root is {root.tag}, not akomaNtoso")
    eids = Counter(one.get("eId", "") for one in root.iter() if one.get("eId") is not None)
    problems += [f"eId {eid} stands {count} times" for eid, count in eids.items() if count > 1]
    problems += [f"eId {eid!r} is no eId" for eid in eids if not eid or eid.split() != [eid]]
    for element in root.iter():
        for name in ("href", "source"):
            value = element.get(name)
            if value is not None and value.startswith("#") and value[1:] not in eids:
                problems.append(f"{name} {value} leads nowhere")
    return tuple(problems)
