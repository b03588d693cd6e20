"""A walk through a tree of any depth, without recursion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from selectolax.lexbor import LexborNode


class Visitor(Protocol):
    """What a walk calls, in document order."""

    def enter(self, node: LexborNode) -> bool:
        """An element begins; False leaves out all that is in it, and its end."""

    def leave(self, node: LexborNode) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters."""


def walk(root: LexborNode, visitor: Visitor) -> None:
    """Show an element and everything in it to a visitor."""
    if not visitor.enter(root):
        return
    stack: list[tuple[LexborNode, Iterator[LexborNode]]] = [(root, _children(root))]
    while stack:
        node, children = stack[-1]
        for child in children:
            tag = child.tag
            if tag == "-text":
                visitor.text(child.text_content or "")
            elif tag and not tag.startswith(("-", "_", "!")) and visitor.enter(child):
                stack.append((child, _children(child)))
                break
        else:
            stack.pop()
            visitor.leave(node)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return iter(node.iter(include_text=True))
