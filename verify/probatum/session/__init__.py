"""A run of pytest: claims given to workers, findings recorded, the terminal told."""
