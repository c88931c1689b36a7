"""What a template's files are called on the screen."""

from collections.abc import Mapping, Sequence

from weibo_operator.domain.template import FileKind, TemplateFile
from weibo_operator.translation import tr

FILE_KINDS: Mapping[FileKind, str] = {
    FileKind.PICTURE: tr("图片"),
    FileKind.VIDEO: tr("视频"),
    FileKind.OTHER: tr("文件"),
}


def file_words(file: TemplateFile) -> str:
    """A file by kind, name and what it shows: 图片 洗护图.jpg（怎么洗）."""
    note = tr("（{0}）", file.note) if file.note else ""
    return f"{FILE_KINDS[file.kind]} {file.name}{note}"


def files_words(files: Sequence[TemplateFile]) -> str:
    """Several files in one line."""
    return tr("、").join(file_words(file) for file in files)
