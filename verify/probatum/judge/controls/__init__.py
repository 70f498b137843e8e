"""What must turn a verdict: controls, and statements changed in one place."""
