"""`python -m geodata`: bring data into a workspace, look at it, undo."""

from geodata.commands import geodata
from geodata.door import keep_secret
from geodata.store import Store

if __name__ == "__main__":
    Store.before_commit = keep_secret
    geodata(prog_name="python -m geodata")
