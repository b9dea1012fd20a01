#!/usr/bin/env python3
"""Holds the engine against the evaluator: `compare.py DRIVER SEED PAIRS [GENERATOR]`. Prints one line of JSON: how many pairs
were compared, how many differ, and the first few that do."""
import json
import sys

from cases import answers
from evaluator import Pack, Refused, Unclaimed

SHOWN = 5
PARTS = ("findings", "metrics", "fields", "status", "progress")


def parts_of(entry, *keys):
    return {key: entry[key] for key in keys if key in entry}


def narrowed(report):
    """The engine's report, as far as the evaluator speaks of it."""
    if "refused" in report:
        return {"refused": True}
    return {
        "findings": [parts_of(one, "id", "severity", "code") for one in report["findings"]],
        "metrics": {place: parts_of(one, "state", "value", "waitingFor") for place, one in report["metrics"].items()},
        "fields": {place: parts_of(one, "state", "value") for place, one in report["fields"].items()},
        "status": report["status"], "progress": report["progress"],
    }


def evaluated(pack, case):
    return {"refused": True} if pack is None else pack.report(case["values"], case.get("present"), case.get("prior"))


def differences(ours, theirs):
    if "refused" in ours or "refused" in theirs:
        return [] if ours == theirs else ["refused"]
    return [part for part in PARTS if ours[part] != theirs[part]]


def read_pack(case):
    try:
        return Pack(case["pack"]), None
    except Refused as refusal:
        return None, str(refusal)


def compare(answered):
    told = {"pairs": 0, "wrong": 0, "refused": 0, "unclaimed": 0, "findings": 0, "shown": []}
    pack = source = why = None
    for case, report in answered:
        if "pack" in case:
            source = case["pack"]
            pack, why = read_pack(case)
        try:
            ours, theirs = evaluated(pack, case), narrowed(report)
        except Unclaimed:
            told["unclaimed"] += 1
            continue
        told["pairs"] += 1
        told["refused"] += pack is None
        told["findings"] += len(report.get("findings", ()))
        parts = differences(ours, theirs)
        told["wrong"] += bool(parts)
        if parts and len(told["shown"]) < SHOWN:
            told["shown"].append({"parts": parts, "case": {**case, "pack": source}, "refused_by_evaluator": why,
                                  "evaluator": {part: ours.get(part) for part in parts},
                                  "engine": {part: report.get(part) for part in parts}})
    return told


def main():
    driver, seed, pairs, *generator = sys.argv[1:]
    print(json.dumps(compare(answers(driver, "reports", seed, pairs, *generator)), ensure_ascii=False))


if __name__ == "__main__":
    main()
