"""The join doctor: regional keys repaired and rows matched to areas, before anything is stored."""
