"""Cases tried one by one: which are chosen, and points where a statement may turn."""
