"""The gesture: one module per thing a person does."""
