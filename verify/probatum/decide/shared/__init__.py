"""What deciders share: how one is asked, how an answer is said of what it was asked for, and where
proposals are tried.
"""
