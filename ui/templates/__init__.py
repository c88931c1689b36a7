"""The templates page: categories, the list with codes and use counts, and the editor that saves by itself."""
