"""The deciders, one file each, and who asks them."""
