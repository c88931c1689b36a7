"""Cuts the power in the middle of what the program writes: whatever the disk had not been told to keep may be gone."""
