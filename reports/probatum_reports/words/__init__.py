"""The words of a page: prose with formulas, code, verdicts, and what is made fit to be read."""
