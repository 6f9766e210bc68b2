"""Timetables of buses and trains: read from GTFS, checked, and asked for a day."""
