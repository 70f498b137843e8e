"""What an author writes: claims with their facts, expectations and reasons,
and the outline that they stand in.
"""
