#!/usr/bin/env python3
"""The second oracle of the exact decimals: `decimals.py DRIVER COUNT SEED`. The driver prints lines `a + b * c places way
result`, held against num-rational already; here they are recomputed with Python's own `decimal` (libmpdec) and, where
something is divided, in whole numbers. Prints how many results there were and how many each oracle calls wrong; a
refusal is right where the numbers grow too long."""
import json
import subprocess
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
    driver, count, seed = sys.argv[1:4]
    told = {"count": 0, "wrong": 0, "first": None, "wrong_rational": None, "refused": None}
    with subprocess.Popen([driver, "decimals", count, seed], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if line.startswith("{"):
                told["wrong_rational"], told["refused"] = (json.loads(line)[key] for key in ("wrong", "refused"))
                continue
            told["count"] += not line.endswith(" -\n")
            if not holds(line):
                told["wrong"] += 1
                told["first"] = told["first"] or line
    if process.returncode or told["refused"] is None:
        sys.exit("The driver broke off.")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
