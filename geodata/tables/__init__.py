"""Table files as offices make them, each read into one tidy reading."""
