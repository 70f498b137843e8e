"""The claims of the documents, one folder each."""
