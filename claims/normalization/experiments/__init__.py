"""The experiments of this document: data, scalers, descent, networks, and the smallest effects that
count."""
