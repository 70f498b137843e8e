"""The mathematics that claims of this document share, and what its figures show."""
