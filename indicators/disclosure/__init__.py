"""Statistical confidentiality: what is hidden so that nobody computes small figures."""
