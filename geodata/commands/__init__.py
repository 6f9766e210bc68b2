"""The command line of `geodata`; its words and exit codes are a promise to users' scripts."""

import click

from geodata.commands.bringing_in import areas, table
from geodata.commands.catalogue import catalogue
from geodata.commands.facilities import facilities
from geodata.commands.inhabitants import grid, places
from geodata.commands.looking import imports, status
from geodata.commands.mobility import mobility
from geodata.commands.ring import ring
from geodata.commands.streets import streets
from geodata.commands.timetable import timetable
from geodata.commands.workspace import init, purge, undo
from geodata.german.command_line import GermanGroup

__all__ = ["geodata"]


@click.group(cls=GermanGroup)
def geodata() -> None:
    """Daten in einen Arbeitsbereich bringen, ansehen und zurücknehmen."""


for command in (
    *(init, areas, grid, places, table, ring, catalogue),
    *(facilities, streets, timetable, mobility),
    *(status, imports, undo, purge),
):
    geodata.add_command(command)
