"""Figures beside each other: areas, periods, indicators and counties."""
