#!/usr/bin/env python3
"""The second oracle of the exact decimals: reads `a + b * c places way result` lines and recomputes them with Python's own
`decimal` (libmpdec) and, where something is divided, `fractions`. Prints how many lines there were and how many are wrong."""
import json
import sys
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, setcontext
from fractions import Fraction

LONGEST = 2 ** 127
WAYS = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "gbt8170": ROUND_HALF_EVEN}
CALCULATE = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}


def quotient(value, places, way):
    """A fraction rounded by comparing the doubled remainder with the divisor, in whole numbers."""
    raised = value * Fraction(10) ** places
    whole, rest = divmod(abs(raised.numerator), raised.denominator)
    odd_or_up = way == ROUND_HALF_UP or whole % 2 == 1
    if 2 * rest > raised.denominator or (2 * rest == raised.denominator and odd_or_up):
        whole += 1
    return Fraction(whole if value >= 0 else -whole) / Fraction(10) ** places


def is_long(value):
    value = Fraction(value)
    return abs(value.numerator) >= LONGEST or value.denominator >= LONGEST


def is_long_decimal(value):
    """Digits beyond 127 bits, once written as a decimal."""
    value, places = Fraction(value), 0
    while value.denominator != 1:
        value, places = value * 10, places + 1
    return abs(value.numerator) >= LONGEST or places > 38


def holds(line):
    a, first, b, second, c, places, way, result = line.split()
    kind = Fraction if "/" in (first, second) else Decimal
    try:
        half = CALCULATE[first](kind(a), kind(b))
        value = CALCULATE[second](half, kind(c))
    except ZeroDivisionError:
        return result == "-"
    places, way = int(places), WAYS[way]
    expected = quotient(value, places, way) if kind is Fraction else value.quantize(Decimal(1).scaleb(-places), way)
    if result == "-":
        return is_long(half) or is_long(value) or is_long_decimal(expected)
    return kind(result) == expected


def main():
    setcontext(Context(prec=400))
    told = {"count": 0, "wrong": 0, "first": None}
    for line in sys.stdin:
        if line.startswith("{"):
            told["driver"] = json.loads(line)
            continue
        told["count"] += 1
        if not holds(line):
            told["wrong"] += 1
            told["first"] = told["first"] or line
    print(json.dumps(told))


if __name__ == "__main__":
    main()
