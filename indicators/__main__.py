"""`python -m indicators`: figures on the command line, as the map shows them."""

from geodata.door import keep_secret
from geodata.store import Store
from indicators.commands import indicators

if __name__ == "__main__":
    Store.before_commit = keep_secret
    indicators(prog_name="python -m indicators")
