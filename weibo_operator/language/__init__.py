"""Reading Chinese: segmentation, proofreading, the desk check, triage."""
