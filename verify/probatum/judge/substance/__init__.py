"""Whether each part of a claim says something: conditions, corrections and
reductions that are beside the point.
"""
