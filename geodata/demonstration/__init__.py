"""The workspace that is shipped: real figures of one county, and model figures beside them."""
