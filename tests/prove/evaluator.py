#!/usr/bin/env python3
"""What a rule pack means, said a second time.

Written from the rule pack reference (www/packs/README.md) alone, in exact fractions and without a thought for speed, so
that the engine can be held against it. `Pack(json)` checks a pack or raises `Refused`; `Pack.report(values, present,
prior)` gives findings, metrics, fields, status and progress. Beside this file: `units.py`, `formula.py`, `entry.py`
(a modest set of forms only: plain digits, full-width digits, grouping, the field's own unit, 万), `structure.py`.
"""
import json
import re
import sys
from fractions import Fraction

from entry import choices_of, read
from formula import Code, Compiler, Parser, must_be
from structure import check
from units import BARE, Refused, Units
from values import ABSENT, Missing, Unclaimed, pattern_of, rounded, written, zh


def multipliers(tree):
    """The bare numbers that a product is multiplied by: 100 in `a / b * 100`."""
    if tree[0] == "number":
        return [] if tree[2] else [tree[1]]
    if tree[0] not in ("*", "/"):
        return []
    return multipliers(tree[1]) + (multipliers(tree[2]) if tree[0] == "*" else [])


class Pack:
    def __init__(self, pack):
        check(pack)
        self.pack, self.way = pack, pack.get("rounding", "half-up")
        self.units = Units(pack.get("units", ()))
        self.fields = {field["id"]: field for field in pack["fields"]}
        self.metrics = {metric["id"]: metric for metric in pack.get("metrics", ())}
        self.parameters = pack.get("parameters", {})
        self.names = self.name_table()
        self.formulas, self.open = {}, []
        for item in (*self.fields.values(), *self.metrics.values(), *self.parameters.values()):
            self.unit_of(item)
        for field in self.fields.values():
            pattern_of(field.get("pattern", ""))
        for place in self.metrics:
            self.formula(place)
        self.rules = [(rule, self.truth(rule.get("when", "TRUE")), self.truth(rule["assert"])) for rule in pack.get("rules", ())]

    def unit_of(self, item):
        return self.units.parse(item["unit"]) if "unit" in item else BARE

    def name_table(self):
        table = {}
        for group in (self.fields, self.metrics, self.parameters):
            for place, item in group.items():
                for name in {plain(zh(item["label"])), *map(plain, item.get("aliases", ()))}:
                    table.setdefault(name, set()).add(place)
        return table

    def named(self, name):
        places = {name} if name in self.fields or name in self.metrics or name in self.parameters else self.names.get(plain(name), set())
        if len(places) != 1:
            raise Refused("ambiguous-name" if places else "unknown-name")
        place = next(iter(places))
        if place in self.parameters:
            value = Fraction(str(self.parameters[place]["value"]))
            return Code("number", lambda form: value, self.unit_of(self.parameters[place]))
        if place in self.metrics:
            self.formula(place)
            return Code("number", lambda form: form.metric(place), self.unit_of(self.metrics[place]))
        field = self.fields[place]
        kind = {"integer": "number", "decimal": "number", "boolean": "truth"}.get(field["type"], field["type"])
        choices = choices_of(field) if kind == "choice" else None
        return Code(kind, lambda form: form.field(place), self.unit_of(field), choices=choices)

    def formula(self, place):
        """A metric's formula, checked once, and by how much its result is multiplied."""
        if place in self.open:
            raise Refused("cycle")
        if place not in self.formulas:
            self.open.append(place)
            metric = self.metrics[place]
            tree = Parser(metric["formula"]).tree
            code = Compiler(self).code(tree)
            must_be("number", code)
            if code.unit.kind == "ratio" and {"%": 100, "‰": 1000}.get(metric.get("unit")) in multipliers(tree):
                raise Refused("percent-twice")
            self.formulas[place] = code, self.units.shown(code.unit, self.unit_of(metric))
            self.open.pop()
        return self.formulas[place]

    def truth(self, text):
        code = Compiler(self).compile(text)
        must_be("truth", code)
        return code.run

    def report(self, values, present=None, prior=None):
        return Form(self, values, present, prior or {}).report()


def plain(label):
    """Blanks do not count, and `（）：，` have either width."""
    return re.sub(r"\s", "", label).translate(str.maketrans("（）：，", "():,"))


class Form:
    def __init__(self, pack, values, present, prior):
        self.pack, self.kept = pack, {}
        self.present = [place for place in pack.fields if present is None or place in present]
        self.typed = {place: values.get(place, "") for place in pack.fields}
        self.answers = {place: self.answer(field, prior) for place, field in pack.fields.items()}

    def answer(self, field, prior):
        """What is typed; where that is blank, last period's value of the field that it repeats, if it can be read."""
        typed = read(field, self.typed[field["id"]])
        before = read(field, prior.get(field.get("last_of"), ""))
        if typed.state == "blank" and before.value is not None:
            before.stands_in = True
            return before
        return typed

    def field(self, place):
        """A field as formulas see it. Last period's value counts on the form or not."""
        answer = self.answers[place]
        if answer.spared or not (place in self.present or answer.stands_in):
            return ABSENT
        return Missing("waiting", [place]) if answer.value is None else answer.value

    def metric(self, place):
        if place not in self.kept:
            code, factor = self.pack.formula(place)
            metric = self.pack.metrics[place]
            value = code.run(self)
            if isinstance(value, Fraction):
                value = rounded(value * factor, metric["places"], metric.get("rounding", self.pack.way))
            self.kept[place] = value
        return self.kept[place]

    def report(self):
        findings = self.field_findings() + self.rule_findings()
        return {"findings": findings, "status": self.status(findings), "progress": self.progress(),
                "fields": {place: self.field_entry(place) for place in self.pack.fields},
                "metrics": {place: self.metric_entry(place) for place in self.pack.metrics}}

    def field_entry(self, place):
        answer = self.answers[place]
        if not (place in self.present or answer.stands_in):
            return {"state": "absent", "value": None}
        value = answer.value
        if isinstance(value, bool):
            value = "true" if value else "false"
        elif isinstance(value, Fraction):
            value = written(value)
        return {"state": answer.state, "value": None if value is None else str(value)}

    def metric_entry(self, place):
        value = self.metric(place)
        if not isinstance(value, Missing):
            return {"state": "ok", "value": written(value, self.pack.metrics[place]["places"])}
        entry = {"state": value.state, "value": None}
        if value.state == "waiting":
            entry["waitingFor"] = list(value.fields)
        return entry

    def field_findings(self):
        found = []
        for place, answer in self.answers.items():
            if place in self.present and answer.code:
                severity = "hint" if answer.code == "plausible" else "mandatory"
                found.append({"id": f"{place}:{answer.code}", "severity": severity, "code": answer.code})
        return found

    def rule_findings(self):
        fires = lambda when, holds: when(self) is True and holds(self) is False
        return [{"id": rule["id"], "severity": rule["severity"], "code": "rule"}
                for rule, when, holds in self.pack.rules if fires(when, holds)]

    def status(self, findings):
        if not any(text.strip() for text in self.typed.values()):
            return "blank"
        mandatory = [one["code"] for one in findings if one["severity"] == "mandatory"]
        if any(code != "required" for code in mandatory):
            return "mandatory"
        if mandatory:
            return "incomplete"
        return "verify" if any(one["severity"] == "verify" for one in findings) else "clean"

    def progress(self):
        def count(places):
            return {"filled": sum(self.answers[place].state != "blank" for place in places),
                    "required": sum(bool(self.pack.fields[place].get("required")) for place in places),
                    "total": len(places)}
        def within(section):
            return [place for place in self.present if self.pack.fields[place].get("section") == section["id"]]
        return {**count(self.present), "bySection": {section["id"]: count(within(section)) for section in self.pack.pack["sections"]}}


def main():
    """Reads lines `{pack, values, present?, prior?}`; without `pack`, the one before stays."""
    pack = None
    for line in sys.stdin:
        case = json.loads(line)
        try:
            pack = Pack(case["pack"]) if "pack" in case else pack
            answer = pack.report(case["values"], case.get("present"), case.get("prior")) if pack else {"refused": "see above"}
        except Refused as refusal:
            pack, answer = None, {"refused": str(refusal)}
        except Unclaimed:
            answer = {"unclaimed": True}
        print(json.dumps(answer, ensure_ascii=False))


if __name__ == "__main__":
    main()
