"""What can be stated: the kinds of proposition, exact values, where they are defined,
and how they read.
"""
