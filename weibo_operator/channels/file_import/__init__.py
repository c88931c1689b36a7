"""Imports messages from exported files; the formats are listed in ``formats.registry``."""

from weibo_operator.channels.file_import.reader import FileReader

__all__ = ["FileReader"]
