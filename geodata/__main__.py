"""`python -m geodata`: bring data into a workspace, look at it, undo."""

from geodata.commands import geodata

if __name__ == "__main__":
    geodata(prog_name="python -m geodata")
