"""What is handed out of a view: pictures, documents, tables."""
