"""What is random, and sums over an index: by means of products, outcome by outcome, by bounds of
means.
"""
