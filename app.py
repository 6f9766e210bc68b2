"""The Sozialraumatlas as a program: takes its port, opens a workspace, serves the page for it."""

from __future__ import annotations

import _thread
import errno
import gc
import logging
import shutil
import signal
import socket
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from geodata.german.command_line import GermanCommand, WholeNumber
from geodata.refusals import Refusal
from layers.words import words

if TYPE_CHECKING:
    from dash import Dash

    from geodata.workspace_holder import WorkspaceHolder

DEMONSTRATION = Path(__file__).parent / "geodata" / "demonstration" / "workspace"
_THREADS = 8
_PATIENCE_SECONDS = 0.2


class PortTaken(Refusal):
    sentence = words("app.port_taken")


class NoSuchDoor(Refusal):
    sentence = words("app.no_such_door")


class NoDemonstration(Refusal):
    sentence = words("app.no_demonstration")


@click.command(cls=GermanCommand, help="Startet den Sozialraumatlas.")
@click.option(
    "--workspace",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    envvar="SOZIALRAUMATLAS_WORKSPACE",
    help="Ordner des Arbeitsbereichs; ohne ihn öffnet sich eine Kopie der Demonstration.",
)
@click.option(
    "--host",
    metavar="ADRESSE",
    default="127.0.0.1",
    show_default=True,
    help="Adresse, an der er antwortet.",
)
@click.option(
    "--port",
    default=8050,
    show_default=True,
    type=WholeNumber(1, 65535),
    help="Anschluss, an dem er antwortet.",
)
@click.option(
    "--editor",
    "passphrase",
    metavar="PASSWORT",
    default="",
    envvar="SOZIALRAUMATLAS_EDITOR",
    help="Wer es eingibt, darf Lesarten und Geschichten schreiben; ohne es nur, wer an diesem "
    "Rechner sitzt. Besser als hier steht es in der Umgebungsvariable SOZIALRAUMATLAS_EDITOR.",
)
@click.option(
    "--contact",
    metavar="TEXT",
    default="",
    envvar="SOZIALRAUMATLAS_CONTACT",
    help="Wem man eine Barriere meldet; steht in der Erklärung zur Barrierefreiheit.",
)
@click.option(
    "--public-url",
    metavar="ADRESSE",
    default="",
    envvar="SOZIALRAUMATLAS_PUBLIC_URL",
    help="Unter welcher Adresse andere den Atlas erreichen, z. B. https://atlas.kreis.de; "
    "damit beginnen Links und QR-Codes.",
)
def main(
    workspace: Path | None,
    host: str,
    port: int,
    passphrase: str,
    contact: str,
    public_url: str,
) -> None:
    """Serve the workspace until the program is stopped."""
    # Else only Ctrl+C would end the program in order.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with ExitStack() as opened:
        try:
            # Whoever knocks from here on waits while the rest is imported.
            doors = [opened.enter_context(door) for door in _doors(host, port)]
            from callbacks.page import create_app
            from geodata.workspace_holder import WorkspaceHolder

            holder = opened.enter_context(WorkspaceHolder(workspace or copied_demonstration()))
            from callbacks.own_address import OwnAddress, public_address

            own = OwnAddress(public_address(public_url) if public_url else "", host)
            names = (*_names_of(host), *_host_of(own.public))
            app = create_app(holder, hosts=names, passphrase=passphrase, own=own, contact=contact)
            shown = f"[{host}]" if ":" in host else host
            _serve(app, doors, Opening(app, holder, f"http://{shown}:{port}"))
        except Refusal as refusal:
            click.echo(str(refusal), err=True)
            sys.exit(1)


def copied_demonstration() -> Path:
    """The shipped workspace as a copy in `./workspace`, where it may be changed."""
    folder = Path("workspace")
    if not (folder / "atlas.gpkg").is_file():
        if not DEMONSTRATION.is_dir():
            raise NoDemonstration
        shutil.copytree(DEMONSTRATION, folder, dirs_exist_ok=True)
    return folder


def _doors(host: str, port: int) -> list[socket.socket]:
    """A listening socket for each address of the host; raises `PortTaken`, `NoSuchDoor`."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return [socket.create_server(at[:2], family=family) for family, _, _, _, at in found]
    except OSError as fault:
        taken = fault.errno == errno.EADDRINUSE
        raise (PortTaken if taken else NoSuchDoor)(host=host, port=port) from None


def _names_of(host: str) -> tuple[str, ...]:
    """A host given by hand is meant for the network: the machine's own names are meant too."""
    from callbacks.guard_requests import LOCAL_HOSTS

    if host in LOCAL_HOSTS:
        return ()
    name = socket.gethostname()
    return (host, name, socket.getfqdn(name))


def _host_of(url: str) -> tuple[str, ...]:
    """Whoever comes by the public address asks for its name."""
    name = urlsplit(url).hostname
    return (name,) if name else ()


class Opening(threading.Thread):
    """Opens the workspace while the browser already draws the page, and reckons the first map."""

    def __init__(self, app: Dash, holder: WorkspaceHolder, address: str) -> None:
        super().__init__(daemon=True)
        self._holder = holder
        self._address = address
        self._page_is_out = threading.Event()
        self.failure: Exception | None = None
        app.server.teardown_request(lambda _: self._page_is_out.set())

    def run(self) -> None:
        # Who already waits gets the page first: importing at the same time holds it up.
        self._page_is_out.wait(_PATIENCE_SECONDS)
        try:
            self._holder.current()
        except Exception as failure:  # noqa: BLE001 - the program ends with it, whatever it is
            self.failure = failure
            _thread.interrupt_main(signal.SIGTERM)
            return
        click.echo(words("app.started", address=self._address))
        try:
            self._keep_log()
            from callbacks.draw_map import map_answer

            map_answer("", self._holder)
        finally:
            gc.freeze()
            gc.enable()

    def _keep_log(self) -> None:
        from callbacks.log_file import keep_log, quiet_short_queues

        quiet_short_queues()
        workspace = self._holder.current()
        keep_log(workspace.path)
        logging.getLogger("sozialraumatlas").info("Gestartet mit Eintrag %d.", workspace.number)


def _serve(app: Dash, doors: list[socket.socket], opening: Opening) -> None:
    """Answer until stopped; raises what kept the workspace from being opened."""
    from waitress import create_server

    from callbacks.page import MOST_REQUEST_BYTES

    on_screen = logging.StreamHandler()
    on_screen.setLevel(logging.WARNING)
    logging.basicConfig(
        format="%(asctime)s %(name)s %(levelname)s %(message)s", handlers=[on_screen]
    )
    server = create_server(
        app.server,
        sockets=doors,
        threads=_THREADS,
        ident=None,
        max_request_body_size=MOST_REQUEST_BYTES,
        # They tell that somebody comes through another server, and is not at this machine.
        clear_untrusted_proxy_headers=False,
    )
    opening.start()
    server.run()
    if opening.failure:
        raise opening.failure


if __name__ == "__main__":
    # What imports make stays for good: looking through it for rubbish took a tenth of the start.
    gc.disable()
    main()
