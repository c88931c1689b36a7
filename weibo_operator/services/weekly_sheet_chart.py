"""The native charts of the workbook: solid and hatched series with their numbers, readable in black and white."""

from collections.abc import Mapping
from typing import Literal

from weibo_operator.services.weekly_charts import Chart, Shape
from weibo_operator.services.workbook import Book, Worksheet

CHART_ROWS = 17
"""So many rows a chart covers; the next block begins below it."""
_COLUMN = 4
_SIZE = {"width": 480, "height": 300}
_TYPES: Mapping[Shape, Literal["column", "bar", "line"]] = {
    Shape.COLUMNS: "column",
    Shape.BARS: "bar",
    Shape.LINE: "line",
}
_SOLID: Mapping[str, object] = {"fill": {"color": "#C8410B"}, "gap": 60}
_HATCHED: Mapping[str, object] = {
    "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#44546A", "bg_color": "#FFFFFF"},
    "border": {"color": "#44546A"},
}
_DRAWN: Mapping[str, object] = {
    "line": {"color": "#C8410B", "width": 2.25},
    "marker": {"type": "square", "size": 6, "fill": {"color": "#C8410B"}, "border": {"color": "#C8410B"}},
}


def add_chart(book: Book, sheet: Worksheet, name: str, chart: Chart, heads: int) -> None:
    """Put a chart beside its numbers, whose heads stand in row ``heads`` of the sheet called ``name``."""
    native = book.add_chart({"type": _TYPES[chart.shape]})
    native.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
    native.set_size(_SIZE)
    native.set_legend({"position": "bottom"} if len(chart.names) > 1 else {"none": True})
    grid = {"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}, "num_format": "0"}
    if chart.shape is Shape.BARS:
        native.set_y_axis({"reverse": True})
        native.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    else:
        native.set_y_axis(grid)
    first, last = heads + 1, heads + len(chart.labels)
    looks = (_DRAWN,) if chart.shape is Shape.LINE else (_SOLID, _HATCHED)
    for column, (title, values, look) in enumerate(zip(chart.names, chart.series, looks, strict=False), 1):
        # The data go in as well: in constant-memory mode the library can't look them up.
        options: dict[str, object] = {
            "name": title,
            "categories": [name, first, 0, last, 0],
            "categories_data": list(chart.labels),
            "values": [name, first, column, last, column],
            "values_data": list(values),
            "data_labels": {"value": True, **({"position": "above"} if chart.shape is Shape.LINE else {})},
        }
        native.add_series({**options, **look})
    sheet.insert_chart(heads, _COLUMN, native)
