"""Starting the page and saying where it is."""

from __future__ import annotations

import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

from ingest.errors import DecisionsError
from ui.page.app import build_page, static, theme

if TYPE_CHECKING:
    from ingest.settings import Settings
    from ui.page.app import Desk


class AddressTaken(DecisionsError):
    """The host or port cannot be listened on."""


def serve_page(settings: Settings, host: str, port: int, *, open_browser: bool) -> None:
    """Serve until stopped by Ctrl-C.

    Raises:
        AddressTaken: Nothing can listen there.
        IndexMissing: Nothing has been ingested.
    """
    from ui.page.desk import open_desk

    port = free_port(host, port)
    address, page = start(open_desk(settings), host, port, open_browser=open_browser)
    sys.stderr.write(f"The page is ready at {address} (stop it with Ctrl-C)\n")
    sys.stderr.flush()
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        page.close(verbose=False)


def start(desk: Desk, host: str, port: int, *, open_browser: bool = False) -> tuple[str, Any]:
    """Serve in the background; gives the address and the `gradio.Blocks`, once it answers."""
    page = build_page(desk)
    _, address, _ = page.launch(
        server_name=host,
        server_port=port,
        inbrowser=open_browser,
        share=False,
        quiet=True,
        prevent_thread_lock=True,
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
        enable_monitoring=False,
        footer_links=[],
        theme=theme(),
        css=static("page.css"),
    )
    return address, page


def free_port(host: str, port: int) -> int:
    """The port itself, or for 0 any free one.

    Raises:
        AddressTaken: Nothing can listen there.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            found: int = probe.getsockname()[1]
            return found
    except OSError as error:
        raise AddressTaken(
            f"cannot listen on {host}:{port} ({error.strerror or error})",
            "choose another --host or --port",
        ) from None
