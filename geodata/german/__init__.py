"""German as the command lines speak it, click's own texts too."""
