"""How long people need to get where they want to go, and what they find there."""
