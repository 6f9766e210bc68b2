"""`python -m indicators`: figures on the command line, as the map shows them."""

from indicators.commands import indicators

if __name__ == "__main__":
    indicators(prog_name="python -m indicators")
