"""Which figures are protected, how they hang together, and what is hidden of them."""
