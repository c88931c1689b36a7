"""The weekly page: conclusion, figures, charts, the tickets behind each figure, and the exports."""
