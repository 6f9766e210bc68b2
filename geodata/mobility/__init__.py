"""What moves beside the timetable: zones on call, benches for lifts, stops of a mobile office."""
