"""Which part of a page each paragraph belongs to."""

from collections.abc import Sequence

from timeline.domain.annotated import Layout
from timeline.text.bylines import is_byline, is_date_line, is_time_line
from timeline.text.captions import TAIL, is_caption
from timeline.text.furniture import is_furniture, opens_links
from timeline.text.lines import Paragraph

LONGEST_HEADLINE = 200
LONGEST_HEADING = 90
MOST_HEADING_WORDS = 12
SHORTEST_PROSE = 15
"""A line of so many words is prose even without a full stop."""


def layouts(text: str, paragraphs: Sequence[Paragraph]) -> list[Layout]:
    """Return the layout of each paragraph, in order."""
    contents = [text[paragraph.start : min(paragraph.end, paragraph.start + 4096)] for paragraph in paragraphs]
    endings = [text[max(paragraph.start, paragraph.end - TAIL) : paragraph.end] for paragraph in paragraphs]
    return _Page(contents, endings).layouts()


class _Page:
    """The paragraphs of a page while they are looked at."""

    def __init__(self, contents: list[str], endings: list[str]) -> None:
        self._contents = contents
        self._endings = endings
        self._last = len(contents) - 1

    def layouts(self) -> list[Layout]:
        found: list[Layout] = []
        seen_headline = seen_body = in_links = False
        for index, content in enumerate(self._contents):
            prose = self._is_prose(index)
            in_links = (in_links or opens_links(content)) and not prose
            layout = self._layout(index, seen_headline=seen_headline, seen_body=seen_body, in_links=in_links)
            seen_headline = seen_headline or layout in (Layout.HEADLINE, Layout.BODY)
            seen_body = seen_body or layout is Layout.BODY
            found.append(layout)
        return found

    def _layout(self, index: int, *, seen_headline: bool, seen_body: bool, in_links: bool) -> Layout:
        content = self._contents[index]
        if in_links or is_furniture(content):
            return Layout.FURNITURE
        if is_byline(content) or is_date_line(content):
            return Layout.HEADING if seen_body and not is_byline(content) else Layout.FURNITURE
        if is_time_line(content):
            return Layout.HEADING
        if is_caption(content, self._endings[index]) and index < self._last:
            return Layout.CAPTION
        if not seen_headline and index < self._last and self._reads_like_headline(content):
            return Layout.HEADLINE
        if index < self._last and self._reads_like_heading(content) and self._is_prose(index + 1):
            return Layout.HEADING
        return Layout.BODY

    def _is_prose(self, index: int) -> bool:
        content = self._contents[index]
        return self._endings[index].rstrip("\"'”’)»]")[-1:] in ".!?…" or content.count(" ") >= SHORTEST_PROSE

    def _reads_like_headline(self, content: str) -> bool:
        return len(content) <= LONGEST_HEADLINE and content[-1] not in ".,;:" and content[0] not in "•-*"

    def _reads_like_heading(self, content: str) -> bool:
        short = len(content) <= LONGEST_HEADING and content.count(" ") < MOST_HEADING_WORDS
        return short and content[-1] not in '.!?:;,"”…' and content[0] not in "•-*–—"
