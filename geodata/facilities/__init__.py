"""Kitas, schools and the like: what they are, and how files of them are read."""
