"""Values, missing values, exact rounding and patterns."""
import re
from fractions import Fraction
from math import floor

from units import Refused

BIGGEST = 10 ** 36  # near the engine's 38 digits nothing is claimed


class Unclaimed(Exception):
    """A number so long that the limits decide, not the language."""


class Missing:
    """No value: absent outweighs waiting, which outweighs undefined."""

    ORDER = ("undefined", "waiting", "absent")

    def __init__(self, state, fields=()):
        self.state, self.fields = state, fields

    @classmethod
    def among(cls, outcomes):
        lacking = [one for one in outcomes if isinstance(one, Missing)]
        if not lacking:
            return None
        worst = max((one.state for one in lacking), key=cls.ORDER.index)
        return cls(worst, dict.fromkeys(field for one in lacking if one.state == worst for field in one.fields))


UNDEFINED, ABSENT = Missing("undefined"), Missing("absent")


def rounded(number, places, way):
    """A fraction to so many decimals; ties away from zero, or to the even neighbour."""
    raised = abs(number) * Fraction(10) ** places
    whole = floor(raised)
    rest = raised - whole
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (way == "half-up" or whole % 2 == 1))
    size = Fraction(whole + up) / Fraction(10) ** places
    return -size if number < 0 else size


def written(number, places=None):
    """Decimal text: exactly so many places, or as many as are needed."""
    if places is None:
        places = next(count for count in range(60) if (number * 10 ** count).denominator == 1)
    digits = str(abs(number * 10 ** places).numerator).rjust(places + 1, "0")
    text = digits[: len(digits) - places] + ("." + digits[len(digits) - places:] if places else "")
    return "-" + text if number < 0 else text


def pattern_of(text):
    try:
        pattern = re.compile(text, re.A | re.S)
    except re.error:
        raise Refused("pattern") from None
    return lambda value: len(value) <= 1000 and pattern.search(value) is not None


def zh(text):
    """The Chinese of a text."""
    return text if isinstance(text, str) else text["zh"]
