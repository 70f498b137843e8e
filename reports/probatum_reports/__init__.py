"""Reports made from a Probatum ledger: one self-contained HTML page a document."""
