"""The Sozialraumatlas as a program: makes the page for a workspace and serves it."""

from __future__ import annotations

import gc

# What imports make stays for good: looking through it for rubbish took a tenth of the start.
gc.disable()

import logging
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import click
from dash import Dash, set_props

from callbacks import (
    audit_secrecy,
    choose,
    compare,
    draw_map,
    find_facilities,
    furnish,
    guard_requests,
    hand_out_figures,
    keep_classes,
    notice_new_data,
    reach,
    recognise_editor,
    show_area,
    show_data,
    show_list,
    show_noise,
    show_provenance,
    write_note,
)
from geodata.refusals import Refusal
from geodata.workspace import WorkspaceHolder
from layers.ids import Id
from layers.late_files import LATE_FOLDERS
from layers.shell import notice, shell
from layers.words import words

gc.freeze()
gc.enable()

DEMONSTRATION = Path(__file__).parent / "geodata" / "demonstration" / "workspace"
_THREADS = 8
# What a browser sends is a few choices; anything larger is not from this page.
_MOST_REQUEST_BYTES = 1_000_000
_YEAR_SECONDS = 365 * 24 * 3600
_LOG = logging.getLogger("sozialraumatlas")
_PAGE = """<!DOCTYPE html>
<html lang="de">
    <head>
        {%metas%}
        <title>{%title%}</title>
        {%favicon%}
        {%css%}
    </head>
    <body>
        <noscript>NO_SCRIPT</noscript>
        {%app_entry%}
        <footer>
            {%config%}
            {%scripts%}
            {%renderer%}
        </footer>
    </body>
</html>"""


def create_app(workspace: Path, *, hosts: tuple[str, ...] = (), passphrase: str = "") -> Dash:
    """The atlas of a workspace. `hosts` are the names, beside this machine's own, it answers to.

    Whoever gives the `passphrase` may write notes; without one only this machine may. Raises what
    opening a workspace raises: none there, newer than the program, damaged; `ShortPassphrase`.
    """
    holder = WorkspaceHolder(workspace)
    app = Dash(
        "sozialraumatlas",
        assets_folder=str(Path(__file__).parent / "assets"),
        assets_path_ignore=list(LATE_FOLDERS),
        # Dash puts it into the page as it is.
        title=escape(words("app.page_title", title=holder.current().title)),
        update_title="",
        index_string=_PAGE.replace("NO_SCRIPT", words("app.no_script")),
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
        compress=True,
        # Else the whole layout travels twice: once more, in the page, to check callback ids with.
        suppress_callback_exceptions=True,
        on_error=say_what_went_wrong,
        enable_mcp=False,
    )
    app.server.config["MAX_CONTENT_LENGTH"] = _MOST_REQUEST_BYTES
    # The page names each of its files together with the time of its last change.
    app.server.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR_SECONDS
    app.server.extensions["workspace"] = holder
    app.layout = _page_of(holder)
    recognise_editor.register(app, passphrase)
    for gesture in (draw_map, choose, furnish, show_area, show_list, show_data, notice_new_data):
        gesture.register(app, holder)
    for asked in (
        show_noise,
        show_provenance,
        write_note,
        keep_classes,
        audit_secrecy,
        compare,
        reach,
    ):
        asked.register(app, holder)
    find_facilities.register(app, holder)
    hand_out_figures.register(app, holder)
    guard_requests.register(app, hosts)
    return app


def say_what_went_wrong(error: Exception) -> None:
    """The one error door: a refusal is said as it is, anything else is logged and said calmly."""
    if isinstance(error, Refusal):
        sentence = str(error)
    else:
        _LOG.error("Unerwarteter Fehler", exc_info=error)
        sentence = words("frame.error")
    set_props(Id.NOTICE, {"children": notice(sentence)})


def copied_demonstration() -> Path:
    """The shipped workspace as a copy in `./workspace`, where it may be changed."""
    folder = Path("workspace")
    if not (folder / "atlas.gpkg").is_file():
        if not DEMONSTRATION.is_dir():
            click.echo(words("app.no_demonstration"), err=True)
            sys.exit(1)
        shutil.copytree(DEMONSTRATION, folder, dirs_exist_ok=True)
    return folder


@click.command(help="Startet den Sozialraumatlas.")
@click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    envvar="SOZIALRAUMATLAS_WORKSPACE",
    help="Ordner des Arbeitsbereichs; ohne ihn öffnet sich eine Kopie der Demonstration.",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Adresse, an der er antwortet."
)
@click.option("--port", default=8050, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--editor",
    "passphrase",
    metavar="PASSWORT",
    default="",
    envvar="SOZIALRAUMATLAS_EDITOR",
    help="Wer es eingibt, darf Lesarten schreiben; ohne es nur, wer an diesem Rechner sitzt. "
    "Besser als hier steht es in der Umgebungsvariable SOZIALRAUMATLAS_EDITOR.",
)
def main(workspace: Path | None, host: str, port: int, passphrase: str) -> None:
    """Open the workspace and serve it until the program is stopped."""
    try:
        app = create_app(
            workspace or copied_demonstration(), hosts=_names_of(host), passphrase=passphrase
        )
    except Refusal as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    _serve(app, host, port)


def _page_of(holder: WorkspaceHolder) -> Callable[[], Any]:
    return partial(_page, holder)


def _page(holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - dash components have no base type
    return shell(holder.current())


def _names_of(host: str) -> tuple[str, ...]:
    """A host given by hand is meant for the network: the machine's own names are meant too."""
    if host in guard_requests.LOCAL_HOSTS:
        return ()
    name = socket.gethostname()
    return (host, name, socket.getfqdn(name))


def _serve(app: Dash, host: str, port: int) -> None:
    """Answer until stopped; then let go of the workspace, so that its one file is complete."""
    from waitress import create_server

    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s")
    try:
        server = create_server(
            app.server,
            host=host,
            port=port,
            threads=_THREADS,
            ident=None,
            max_request_body_size=_MOST_REQUEST_BYTES,
            # They tell that somebody comes through another server, and is not at this machine.
            clear_untrusted_proxy_headers=False,
        )
    except OSError:
        click.echo(words("app.port_taken", host=host, port=port), err=True)
        sys.exit(1)
    # Else only Ctrl+C would end the program in order.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    shown = f"[{host}]" if ":" in host else host
    click.echo(words("app.started", address=f"http://{shown}:{port}"))
    # The browser needs a moment for the page: meanwhile the map that it opens with is reckoned.
    opened = app.server.extensions["workspace"]
    threading.Thread(target=draw_map.map_answer, args=("", opened), daemon=True).start()
    try:
        server.run()
    finally:
        opened.close()


if __name__ == "__main__":
    main()
