"""What authors write in words: names, prose, and code in errors."""
