"""What a page says, computed once from the ledger, whatever the format."""
