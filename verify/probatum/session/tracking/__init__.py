"""Hears what a claim uses while it is imported and decided: files, variables, time, chance."""
