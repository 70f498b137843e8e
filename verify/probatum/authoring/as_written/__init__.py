"""Keeps what authors write: their modules are compiled so that operators and calls go through here,
where the algebra system would at once have made something else of it.
"""
