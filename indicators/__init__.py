"""The number: measures, classes and comparison; lets only `Published` values out."""
