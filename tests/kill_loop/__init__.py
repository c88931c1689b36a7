"""A loop that kills the program at every step of sending a reply, and counts what was lost or sent twice."""
