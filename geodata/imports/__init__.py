"""What a person does to a workspace: bring in, undo, purge. Each is one transaction."""
