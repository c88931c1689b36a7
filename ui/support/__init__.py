"""What every part of the window needs: theme, texts, actions, background tasks."""
