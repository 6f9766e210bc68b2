"""Area geometry files: read, checked, repaired, nested and drawn as outlines."""
