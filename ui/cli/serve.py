"""``decisions serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli.options import IndexOption


def serve(
    host: Annotated[
        str,
        typer.Option(
            "--host", help="Address to listen on; 0.0.0.0 opens the page to your network."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port; 0 for any free one.")
    ] = 7860,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the page in your browser.")
    ] = False,
    index: IndexOption = None,
) -> None:
    """Serve the chat page until Ctrl-C.

    Its address is printed on stderr once it answers.
    """
    from ingest.settings import load_settings
    from ui.page.serve import serve_page

    serve_page(load_settings(index), host, port, open_browser=open_browser)
