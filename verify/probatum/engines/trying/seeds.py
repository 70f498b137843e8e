"""The seeds of all that deciders draw at random: recorded with the run,
and free of what deciders import.
"""

SEARCH = 20191125  # of the cases of the search
