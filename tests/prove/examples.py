#!/usr/bin/env python3
"""The evaluator against the examples of the rule pack reference: each formula there, on the sample form there, must give what is
printed behind its arrow. Prints how many there are and how many differ."""
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

from evaluator import Form, Pack
from formula import Compiler
from units import Refused
from values import Missing, rounded

REFERENCE = Path(__file__).parents[2] / "www" / "packs" / "README.md"


def blocks(text, kind):
    return re.findall(rf"```{kind}\n(.*?)```", text, re.S)


def lines(text, kind):
    for block in blocks(text, kind):
        for line in block.splitlines():
            if "→" in line:
                yield [part.strip() for part in line.rsplit("→", 1)]


def sample(text):
    """The pack of the chapter on formulas, and what is typed below it: the first form that has a township's name."""
    pack = next(json.loads(block) for block in blocks(text, "pack") if '"township-jobs"' in block)
    form = next(block for block in blocks(text, "form") if block.startswith("town_name"))
    return pack, dict(line.split(" = ", 1) for line in form.splitlines() if " = " in line)


def is_printed(value, printed):
    """A figure is printed with separators, a unit and so many decimals as the line shows."""
    if not isinstance(value, Fraction):
        return {True: "yes", False: "no"}.get(value, value) == printed
    figure = re.match(r"-?[\d,]+(?:\.(\d+))?", printed)
    if not figure:
        return False
    return rounded(value, len(figure[1] or ""), "half-up") == Fraction(figure[0].replace(",", ""))


def outcome(work):
    try:
        value = work()
    except Refused as refusal:
        return str(refusal)
    return value.state if isinstance(value, Missing) else value


def metric(pack, values, line):
    """`formula | unit | places`, as a metric of the sample."""
    formula, unit, places = (part.strip() for part in line.split("|"))
    item = {"id": "tried", "label": "试", "formula": formula, "places": int(places), **({"unit": unit} if unit else {})}
    loaded = Pack({**pack, "metrics": [*pack["metrics"], item]})
    return Form(loaded, values, None, {}).metric("tried")


def main():
    text = REFERENCE.read_text(encoding="utf-8")
    pack, values = sample(text)
    loaded = Pack(pack)
    form = Form(loaded, values, None, {})
    told = {"count": 0, "wrong": 0, "first": None}

    def hold(line, printed, work):
        told["count"] += 1
        value = outcome(work)
        if not is_printed(value, printed):
            told["wrong"] += 1
            told["first"] = told["first"] or f"{line} → {printed}: {value}"

    for line, printed in lines(text, "formula"):
        hold(line, printed, lambda: Compiler(loaded).compile(line).run(form))
    for line, printed in lines(text, "metric"):
        hold(line, printed, lambda: metric(pack, values, line))
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
