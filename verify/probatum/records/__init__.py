"""What a run leaves behind: the ledger, the journal of an unfinished run,
and where both come from.
"""
