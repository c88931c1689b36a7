"""What a template's files are called on the screen."""

from collections.abc import Mapping, Sequence

from weibo_operator.domain.template import FileKind, TemplateFile

FILE_KINDS: Mapping[FileKind, str] = {FileKind.PICTURE: "图片", FileKind.VIDEO: "视频", FileKind.OTHER: "文件"}


def file_words(file: TemplateFile) -> str:
    """A file by kind, name and what it shows: 图片 洗护图.jpg（怎么洗）."""
    note = f"（{file.note}）" if file.note else ""
    return f"{FILE_KINDS[file.kind]} {file.name}{note}"


def files_words(files: Sequence[TemplateFile]) -> str:
    """Several files in one line."""
    return "、".join(file_words(file) for file in files)
