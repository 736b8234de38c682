"""Cells of tables that no spreadsheet takes for a formula."""

from __future__ import annotations

# What spreadsheets take for the beginning of a formula, in half and full width, or skip before it.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")


def csv_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one ' in front where it might.

    A cell that has a ' in front already gets another, so that taking one away, as `csv_text` does,
    always gives the text back.
    """
    return "'" + text if text.startswith(_FORMULA) else text


def csv_text(cell: str) -> str:
    """Return the text that `csv_cell` made a cell of."""
    return cell.removeprefix("'")
