"""Design tokens: the names of colours and measures, and reading them from resources/themes."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

ColorRole = Literal[
    "app",
    "surface",
    "raised",
    "subtle",
    "rail",
    "hover",
    "pressed",
    "selected",
    "divider",
    "control",
    "text",
    "text2",
    "text3",
    "disabled",
    "neutral_subtle",
    "accent",
    "accent_hover",
    "accent_pressed",
    "accent_subtle",
    "accent_text",
    "on_accent",
    "danger",
    "danger_hover",
    "danger_pressed",
    "on_danger",
    "danger_subtle",
    "danger_text",
    "success",
    "on_success",
    "success_subtle",
    "success_text",
    "info",
    "on_info",
    "info_text",
    "info_subtle",
    "focus",
    "typo",
    "bubble_me",
    "bubble_you",
    "bubble_private",
    "chart1",
    "chart2",
    "chart3",
    "chart4",
    "scrim",
    "shadow",
    "verified_person",
    "verified_company",
    "on_verified",
    "toast",
    "on_toast",
    "toast_action",
]
TypeStyle = Literal[
    "figure",
    "figure_small",
    "wizard_title",
    "page_title",
    "person",
    "card_name",
    "conversation",
    "editor",
    "body",
    "secondary",
    "meta",
]
SizeName = Literal[
    "space_4",
    "space_6",
    "space_8",
    "space_10",
    "space_12",
    "space_16",
    "space_20",
    "space_24",
    "radius_key",
    "radius_button",
    "radius_row",
    "radius_card",
    "radius_dialog",
    "control_28",
    "control_30",
    "control_32",
    "control_34",
    "control_36",
    "icon_key",
    "icon_text",
    "icon_control",
    "icon_nav",
    "chip",
    "keycap",
]
LineName = Literal["border", "focus", "focus_contrast"]
ScaleName = Literal["small", "standard", "large", "huge"]
MotionName = Literal["fold", "toast", "sheet"]

COLOR_ROLES: tuple[ColorRole, ...] = get_args(ColorRole)
TYPE_STYLES: tuple[TypeStyle, ...] = get_args(TypeStyle)
SCALE_NAMES: tuple[ScaleName, ...] = get_args(ScaleName)


class ThemeFileError(ValueError):
    """A theme file lacks a token, or holds one nobody knows."""


class TypeStep(Struct, frozen=True):
    """One step of the type scale: glyph size and line height in pixels, weight 400 or 600."""

    size: int
    line: int
    weight: int


class ColorTable(Struct, frozen=True):
    """The colours of one theme, as ``#RRGGBB`` or ``#AARRGGBB``, by role."""

    name: str
    colors: Mapping[ColorRole, str]


class Metrics(Struct, frozen=True):
    """Measures common to all themes: pixels at 100 %, scales in percent, durations in milliseconds."""

    families: tuple[str, ...]
    types: Mapping[TypeStyle, TypeStep]
    sizes: Mapping[SizeName, int]
    lines: Mapping[LineName, int]
    scales: Mapping[ScaleName, int]
    durations: Mapping[MotionName, int]
    avatar_hues: tuple[tuple[str, str], ...]
    avatar_initial: str


def load_colors(file: Path) -> ColorTable:
    """Return the colour table in ``file``; raise ThemeFileError unless it holds exactly the known roles."""
    raw = tomllib.loads(file.read_text("utf-8"))
    _require_keys(file, "colors", raw["colors"], COLOR_ROLES)
    return ColorTable(raw["name"], raw["colors"])


def load_metrics(file: Path) -> Metrics:
    """Return the measures in ``file``; raise ThemeFileError unless it holds exactly the known names."""
    raw = tomllib.loads(file.read_text("utf-8"))
    for section, names in (
        ("type", TYPE_STYLES),
        ("size", get_args(SizeName)),
        ("line", get_args(LineName)),
        ("scale", SCALE_NAMES),
        ("duration", get_args(MotionName)),
    ):
        _require_keys(file, section, raw[section], names)
    return Metrics(
        families=tuple(raw["families"]),
        types={style: TypeStep(*values) for style, values in raw["type"].items()},
        sizes=raw["size"],
        lines=raw["line"],
        scales=raw["scale"],
        durations=raw["duration"],
        avatar_hues=tuple((top, bottom) for top, bottom in raw["avatar"]["hues"]),
        avatar_initial=raw["avatar"]["initial"],
    )


def _require_keys(file: Path, section: str, found: Mapping[str, object], wanted: tuple[str, ...]) -> None:
    """Raise ThemeFileError naming what is missing from or unknown in one section."""
    if odd := set(found) ^ set(wanted):
        raise ThemeFileError(f"{file.name} [{section}]: missing or unknown {sorted(odd)}")
