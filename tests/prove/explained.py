#!/usr/bin/env python3
"""Recomputes what explanations print: `explained.py DRIVER SEED PAIRS`. The line of numbers that explains a metric, read and
worked out by the evaluator's own formulas, must give the metric's value. Prints how many lines there were and how many are wrong.
Lines that show a blank (a branch of IF that is not taken) a text or a day are no arithmetic and are left out."""
import json
import re
import sys
from fractions import Fraction

from cases import answers
from formula import Compiler, Parser
from units import Refused, Units
from values import Unclaimed, rounded


DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Numbers:
    """What a line of numbers needs of a pack: how to round, and no names."""

    units = Units(())

    def __init__(self, way):
        self.way = way

    def named(self, name):
        raise Refused("unknown-name")


def recomputed(line, way):
    """Groups are parted by commas and arguments by semicolons; the minus is the typographic one."""
    if DAY.search(line):
        raise Refused("a day is no number")
    plain = line.replace(",", "").replace(";", ",").replace("−", "-")
    return Compiler(Numbers(way)).code(Parser(plain).tree).run(None)


def main():
    driver, seed, pairs = sys.argv[1:4]
    told = {"count": 0, "wrong": 0, "left_out": 0, "first": None}
    pack = None
    for case, answer in answers(driver, "explain", seed, pairs):
        pack = case.get("pack", pack)
        if "refused" in answer:
            continue
        for metric in pack["metrics"]:
            if metric["id"] not in answer:
                continue
            value, line = answer[metric["id"]]
            way = pack.get("rounding", "half-up")
            try:
                result = rounded(recomputed(line, way), metric["places"], metric.get("rounding", way))
            except (Refused, Unclaimed):
                told["left_out"] += 1
                continue
            told["count"] += 1
            if result != Fraction(value):
                told["wrong"] += 1
                told["first"] = told["first"] or {"metric": metric, "value": value, "line": line}
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
