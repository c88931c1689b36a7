"""Where messages come from, and connecting an account of ours to Weibo's open platform."""
