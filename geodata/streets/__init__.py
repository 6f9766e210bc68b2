"""Streets: read from OpenStreetMap, and the graph that travel times are reckoned on."""
