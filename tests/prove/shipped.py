#!/usr/bin/env python3
"""Random submissions to the packs that are shipped: `shipped.py SEED COUNT`, lines as of `generator.py`. They begin with the
submissions of a pack's cases, so that most checks have something to look at."""
import json
import sys
from pathlib import Path

from generator import FIGURES, Generator

PACKS = Path(__file__).parents[2] / "www" / "packs"


def typed(made, field, text):
    """Now and then something else than the case has."""
    if "format" in field or made.chance(85):
        return text
    if field["type"] in ("integer", "decimal"):
        return made.pick([made.pick(FIGURES), str(made.roll(3000)), f"{made.random.uniform(0, 5000):.2f}", ""])
    if field["type"] == "choice":
        return made.pick(["", "高原", *(choice["value"] for choice in field["choices"])])
    return made.typed(field) if field["type"] in ("boolean", "date") else text


def submission(made, pack, started):
    case = {"values": {field["id"]: typed(made, field, started.get(field["id"], "")) for field in pack["fields"]}}
    if made.chance(20):
        case["present"] = [field["id"] for field in pack["fields"] if made.chance(90)]
    if made.chance(50):
        figures = [field["id"] for field in pack["fields"] if field["type"] in ("integer", "decimal")]
        case["prior"] = {place: str(made.roll(4000)) for place in figures if made.chance(30)}
    return case


def main():
    made, count = Generator(int(sys.argv[1])), int(sys.argv[2])
    folders = sorted(path.parent for path in PACKS.glob("*/pack.json"))
    for folder in folders:
        pack = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
        cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
        started = [one["values"] for one in cases["submissions"].values()]
        for place in range(count // len(folders)):
            # The area code is read by a standard of its own, which the evaluator does not know.
            values = {**made.pick(started), **{field["id"]: "" for field in pack["fields"] if "format" in field}}
            case = {"pack": pack} if place == 0 else {}
            print(json.dumps({**case, **submission(made, pack, values)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
