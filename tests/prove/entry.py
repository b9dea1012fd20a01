"""What is typed, as the rule pack reference reads it, and a field's own checks."""
import re
from datetime import date
from fractions import Fraction

from values import pattern_of, zh

WIDE = str.maketrans("０１２３４５６７８９．，－　", "0123456789.,- ")
FIGURE = re.compile(r"(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万?)")
PLACEHOLDERS = ("/", "XX", "不涉及")
MULTIPLES = "千元 万元 百万元 亿元 万人 万户 万人次 万亩 万吨".split()
WORDS = {"是": True, "有": True, "true": True, "否": False, "无": False, "false": False}


class Answer:
    """What became of a typed text: `value` where it is understood, `code` where something stands against it."""

    def __init__(self, value=None, code=None, state=None, spared=False):
        self.value, self.code, self.spared = value, code, spared
        self.state = state or ("invalid" if code and code != "plausible" else "ok")
        self.stands_in = False


def read_date(text):
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})年(\d\d?)月(\d\d?)日|(\d{4})(\d\d)(\d\d)", text.translate(WIDE))
    try:
        day = date(*(int(part) for part in found.groups() if part)) if found else None
    except ValueError:
        return None
    return day if day and 1900 <= day.year <= 2100 else None


def read_number(field, text):
    text = text.translate(WIDE).strip()
    if text in PLACEHOLDERS:
        return Answer(code="placeholder")
    unit = field.get("unit", "")
    figure = FIGURE.fullmatch(text) or (unit and text.endswith(unit) and FIGURE.fullmatch(text[: -len(unit)].rstrip()))
    if not figure:
        return Answer(code="not-a-number")
    if figure[2] and unit in MULTIPLES:
        return Answer(code="ambiguous")
    value = Fraction(figure[1].replace(",", "")) * (10 ** 4 if figure[2] else 1)
    return Answer(value, number_code(field, value))


def number_code(field, value):
    decimals = 0 if field["type"] == "integer" else field.get("decimals")
    if decimals is not None and (value * 10 ** decimals).denominator != 1:
        return "decimals"
    if "min" in field and value < Fraction(str(field["min"])):
        return "min"
    if "max" in field and value > Fraction(str(field["max"])):
        return "max"
    low, high = field.get("plausible", (value, value))
    if "derived_from" not in field and not Fraction(str(low)) <= value <= Fraction(str(high)):
        return "plausible"
    return None


def read_text(field, text):
    code = None
    if not field.get("min_length", 0) <= len(text) <= field.get("max_length", 10_000):
        code = "length"
    elif "pattern" in field and not pattern_of(field["pattern"])(text):
        code = "pattern"
    return Answer(None if code else text, code)


def read(field, typed):
    """One field's text."""
    text = typed.strip()
    if not text:
        return Answer(state="blank", code="required" if field.get("required") else None)
    if text in field.get("not_applicable", ()):
        return Answer(state="ok", spared=True)
    if field["type"] in ("integer", "decimal"):
        return read_number(field, text)
    if field["type"] == "text":
        return read_text(field, text)
    if field["type"] == "date":
        day = read_date(text)
        return Answer(day, None if day else "format")
    words = WORDS if field["type"] == "boolean" else choices_of(field)
    value = words.get(text)
    return Answer(value, "choice" if value is None else None)


def choices_of(field):
    """Every way of naming a choice, and its value."""
    labels = {zh(choice["label"]): choice["value"] for choice in field["choices"]}
    return {**labels, **{choice["value"]: choice["value"] for choice in field["choices"]}}
