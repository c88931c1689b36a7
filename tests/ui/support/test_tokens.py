"""The token tables are whole, and every pair of colours that meets on screen can be read."""

import re
from pathlib import Path

import pytest

from ui.support.tokens import COLOR_ROLES, ThemeFileError, load_colors, load_metrics

PROJECT = Path(__file__).resolve().parents[3]
THEMES = PROJECT / "resources" / "themes"

TEXT = 4.5
NON_TEXT = 3.0
GROUNDS = ("app", "surface", "raised", "subtle", "rail", "hover", "selected")
PAIRS = [
    *((ink, ground, TEXT) for ink in ("text", "text2") for ground in GROUNDS),
    *(("text3", ground, TEXT) for ground in ("app", "surface", "raised", "subtle", "rail", "hover", "selected")),
    *(("text", bubble, TEXT) for bubble in ("bubble_me", "bubble_you", "bubble_private")),
    ("text2", "neutral_subtle", TEXT),
    ("text2", "pressed", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("on_accent", "accent_pressed", TEXT),
    ("accent_text", "accent_subtle", TEXT),
    ("accent_text", "surface", TEXT),
    ("accent_text", "selected", TEXT),
    ("on_danger", "danger", TEXT),
    ("on_danger", "danger_hover", TEXT),
    ("on_danger", "danger_pressed", TEXT),
    ("danger_text", "danger_subtle", TEXT),
    ("danger_text", "surface", TEXT),
    ("danger_text", "selected", TEXT),
    ("success_text", "success_subtle", TEXT),
    ("success_text", "surface", TEXT),
    ("on_success", "success", TEXT),
    ("info_text", "info_subtle", TEXT),
    ("info_text", "surface", TEXT),
    ("on_info", "info", TEXT),
    ("on_toast", "toast", TEXT),
    ("toast_action", "toast", TEXT),
    ("control", "surface", NON_TEXT),
    ("control", "app", NON_TEXT),
    ("focus", "surface", NON_TEXT),
    ("focus", "app", NON_TEXT),
    ("focus", "selected", NON_TEXT),
    ("typo", "surface", NON_TEXT),
    ("typo", "danger_subtle", NON_TEXT),
    ("on_verified", "verified_person", NON_TEXT),
    ("on_verified", "verified_company", NON_TEXT),
    ("disabled", "surface", NON_TEXT),
    *((chart, "surface", NON_TEXT) for chart in ("chart1", "chart2", "chart3", "chart4")),
]


MUCH_TEXT, MUCH_EDGE = 7.0, 4.5
INKS = ("text", "text2", "text3", "accent_text", "danger_text", "success_text", "info_text")
TINTS = ("accent_subtle", "danger_subtle", "success_subtle", "info_subtle", "neutral_subtle", "pressed")
HIGH_CONTRAST = [
    *((ink, ground, MUCH_TEXT) for ink in INKS for ground in GROUNDS),
    *((ink, tint, MUCH_TEXT) for ink in ("text", "text2", "text3") for tint in TINTS),
    *((f"{tone}_text", f"{tone}_subtle", MUCH_TEXT) for tone in ("accent", "danger", "success", "info")),
    *((ink, ground, MUCH_TEXT) for ink, ground, least in PAIRS if least == TEXT),
    *((ink, ground, MUCH_EDGE) for ink, ground, least in PAIRS if least == NON_TEXT),
    *((edge, ground, MUCH_EDGE) for edge in ("divider", "control", "focus", "disabled") for ground in GROUNDS),
    *((fill, ground, MUCH_EDGE) for fill in ("accent", "danger", "success", "info") for ground in GROUNDS),
]
"""High contrast: WCAG's enhanced contrast for every text, and any ink of it on any ground it may stand on."""


def luminance(color: str) -> float:
    channels = [int(color[-6:][place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_formula_knows_its_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colours_that_meet_can_be_told_apart(name, ink, ground, least):
    colors = load_colors(THEMES / f"{name}.toml").colors
    assert contrast(colors[ink], colors[ground]) >= least


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), dict.fromkeys(HIGH_CONTRAST))
def test_with_high_contrast_every_text_and_every_edge_stands_out(name, ink, ground, least):
    colors = load_colors(THEMES / f"{name}.toml").colors
    assert contrast(colors[ink], colors[ground]) >= least


@pytest.mark.parametrize(
    ("ink", "ground", "light", "dark"),
    [
        ("text", "surface", 16.1, 13.6),
        ("text2", "surface", 7.9, 8.7),
        ("text3", "surface", 5.3, 6.1),
        ("text3", "app", 4.85, 6.7),
        ("on_accent", "accent", 4.98, 7.6),
        ("danger_text", "danger_subtle", 5.7, 7.0),
        ("control", "app", 3.03, 4.7),
    ],
)
def test_contrasts_are_the_designed_ones(ink, ground, light, dark):
    for name, designed in (("light", light), ("dark", dark)):
        colors = load_colors(THEMES / f"{name}.toml").colors
        assert contrast(colors[ink], colors[ground]) == pytest.approx(designed, abs=0.06)


def test_initials_on_avatars_can_be_read():
    metrics = load_metrics(THEMES / "metrics.toml")
    assert len(metrics.avatar_hues) == 8
    for top, bottom in metrics.avatar_hues:
        assert contrast(metrics.avatar_initial, top) >= NON_TEXT
        assert contrast(metrics.avatar_initial, bottom) >= TEXT


def test_every_colour_is_hexadecimal():
    for name in ("light", "dark", "contrast-light", "contrast-dark"):
        colors = load_colors(THEMES / f"{name}.toml").colors
        assert set(colors) == set(COLOR_ROLES)
        assert all(re.fullmatch(r"#([0-9A-F]{2})?[0-9A-F]{6}", color) for color in colors.values())


def test_no_type_is_smaller_than_twelve_pixels_and_lines_hold_it():
    for style, step in load_metrics(THEMES / "metrics.toml").types.items():
        assert step.size >= 12, style
        assert step.line >= step.size * 1.25, style
        assert step.weight in (400, 600), style


def test_missing_and_unknown_tokens_are_named(tmp_path):
    file = tmp_path / "odd.toml"
    text = (THEMES / "light.toml").read_text("utf-8")
    file.write_text(text.replace("accent_hover =", "accent_hoover ="), "utf-8")
    with pytest.raises(ThemeFileError, match=r"'accent_hoover', 'accent_hover'"):
        load_colors(file)


def test_metrics_lacking_a_size_are_refused(tmp_path):
    file = tmp_path / "metrics.toml"
    text = (THEMES / "metrics.toml").read_text("utf-8")
    file.write_text(text.replace("control_28 = 28\n", ""), "utf-8")
    with pytest.raises(ThemeFileError, match="control_28"):
        load_metrics(file)
