"""Where the pages that are read are found."""

HELP_PATH = "/hilfe"
ACCESSIBILITY_PATH = "/barrierefreiheit"
