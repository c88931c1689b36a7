"""The inbox: three panes 新 / 处理中 / 待回访, side by side or stacked beside the reply session."""
