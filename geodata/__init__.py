"""The world: area systems, observations, catalogue records, their readers and the store."""
