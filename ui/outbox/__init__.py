"""待发箱: every reply on its way, and what the operator may say about it."""
