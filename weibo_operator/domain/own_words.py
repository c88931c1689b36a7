"""The operator's own words: what the check and the triage are taught."""

from dataclasses import dataclass

from weibo_operator.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class OwnWord:
    """``replacement`` is empty where the words alone are meant, else what is written (or suggested) instead."""

    word: str
    replacement: str = ""

    def speaks_of(self, finding: Finding) -> bool:
        """Whether a remark is about these words and, where there is one, makes this suggestion first."""
        return self.word == finding.text and self.replacement in ("", *finding.suggestions[:1])


TIMES_TO_SILENCE = 3
"""A suggestion waved through so often is made no more."""
