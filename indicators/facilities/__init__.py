"""Which facilities are meant, where they are, and whether there are enough of them."""
