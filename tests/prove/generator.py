#!/usr/bin/env python3
"""Random packs and what is typed into them, the same for the same seed: `generator.py SEED PAIRS`.

Formulas are right in their types and units, so that nearly every pack loads; now and then one is spoilt on purpose.
Prints lines `{pack, values, present?, prior?}`; a line without `pack` goes with the pack before it.
"""
import json
import random
import sys

FAMILIES = {  # a kind of quantity: its units
    "money": ["元", "万元", "角", "亿元"], "people": ["人", "万人", "名"], "households": ["户"],
    "area": ["亩", "公顷", "万亩"],
    "weight": ["斤", "公斤", "吨"], "way": ["米", "公里", "里"], "visits": ["人次"], "share": ["%", "‰"],
    "points": ["百分点", "千分点"], "money per head": ["元/人", "万元/人", "元/万人"], "sessions": ["期"], "bare": [""],
    "labour": ["人·天", "万人·天", "天·人"], "own": ["台账"],
}
SHOWN = ["ratio", "ratio", "share", "points", "bare", "money", "people", "area", "weight", "way", "money per head", "labour"]
WHOLE = {"money": "元", "people": "人", "households": "户", "visits": "人次", "sessions": "期"}  # NUM needs no unit here
UNITS = [{"unit": "公里", "is": "1000 米", "en": "km"}, {"unit": "里", "is": "500 米"}, {"unit": "期", "en": "sessions"}]
ROUNDINGS = ["half-up", "half-even", "gbt8170"]
PATTERNS = ["^[A-C]+$", "(镇|乡)$", "\\d{2,3}", "a.c", "^[^,]*$", "^(ab|cd)+x?$"]
WORDS = ["河口镇", "AB", "abc", "12", "白云乡", "a,b", "abcdx", "1234567"]
FIGURES = ["", "", "0", "1", "2", "3", "5", "7", "10", "12", "100", "250", "-3", "-0.5", "2.5", "0.05", "1.005", "3.14159", "abc",
           "１２", "1,234", "12,345.5", "约5", "/", "不涉及", "99999", "0.125", "50", "95",
           "  8 ", "－4", "123456789012", "0.000001", "007", "1.50", "１，２００"]
DATES = ["2024-03-05", "2023年6月1日", "2023-02-30", "1950-12-31", "abc", "", "2024-02-29", "1899-12-31"]
CHOSEN = ['"plain"', "'plain'", '"丘陵"', "'丘陵'"]
TRUTHS = ["是", "否", "有", "无", "true", "false", "", "也许"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def roll(self, sides):
        return self.random.randrange(sides)

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, percent):
        return self.roll(100) < percent

    # ---- fields ----

    def field(self, place):
        kind = self.pick(["number"] * 7 + ["text", "choice", "boolean", "date"])
        label = f"栏目{place}（甲）" if self.chance(20) else f"栏目{place}"
        field = {"id": f"f{place}", "label": {"zh": label, "en": f"Item {place}"}}
        if self.chance(20):
            field["aliases"] = [f"别名{place}"]
        if self.chance(60):
            field["section"] = self.pick(["s1", "s2", "s3"])
        if self.chance(25):
            field["required"] = True
        if self.chance(15):
            field["not_applicable"] = ["不涉及"]
        family = self.pick(list(FAMILIES)) if kind == "number" else kind
        if kind == "number":
            self.number_keys(field, family)
        else:
            field["type"] = kind
            getattr(self, f"{kind}_keys", lambda field: None)(field)
        return family, field

    def number_keys(self, field, family):
        field["type"] = self.pick(["integer", "decimal"])
        if unit := self.pick(FAMILIES[family]):
            field["unit"] = unit
        if field["type"] == "decimal" and self.chance(50):
            field["decimals"] = self.roll(4)
        if self.chance(50):
            field["min"] = self.pick([0, 0, 0, -10, "0.5", 3])
        if self.chance(25):
            field["max"] = self.pick([10, 100, "99.5", 5000])
        if self.chance(25):
            field["plausible"] = self.pick([[1, 100], ["0.5", "9.5"], [2, 3000]])

    def text_keys(self, field):
        if self.chance(40):
            field["min_length"] = 1 + self.roll(3)
        if self.chance(40):
            field["max_length"] = 3 + self.roll(4)
        if self.chance(50):
            field["pattern"] = self.pick(PATTERNS)

    def choice_keys(self, field):
        field["choices"] = [{"value": value, "label": {"zh": label, "en": value}} for value, label in
                            [("plain", "平原"), ("hills", "丘陵"), ("mount", "山区")][: 2 + self.roll(2)]]

    # ---- formulas ----

    def name(self, place):
        """A field or metric by id, label or alias."""
        item = self.items[place]
        label = item["label"]["zh"]
        names = [place, place, f"[{label}]" if "（" in label else label, *item.get("aliases", ())]
        return self.pick(names)

    def has(self, family):
        return [place for place, kind in self.kinds.items() if kind == family]

    def operand(self, family):
        """A field, metric, parameter or written number of the family."""
        there = self.has(family)
        if there and self.chance(85):
            return self.name(self.pick(there))
        if family == "labour":
            return f"({self.operand('people')} * 2 天)"
        return f"{self.pick(['1', '2.5', '30', '0.4', '200'])}{self.pick(['', ' '])}{self.written_unit(family)}"

    def written_unit(self, family):
        return "" if family == "bare" else self.pick([unit for unit in FAMILIES[family]])

    def number(self, family, depth):
        if family == "ratio":
            return self.ratio(depth)
        if family == "money per head":
            return self.operand(family) if self.has(family) else f"{self.number('money', 0)} / {self.known('people')}"
        if depth == 0:
            return self.operand(family)
        deeper = lambda: self.number(family, depth - 1)
        forms = [
            lambda: f"({deeper()} + {deeper()})",
            lambda: f"ABS({deeper()})", lambda: f"ROUND({deeper()}, {self.roll(6) - 2})",
            lambda: f"{self.pick(['MIN', 'MAX', 'SUM', 'min'])}({deeper()}, {deeper()}, {deeper()})",
            lambda: f"if({self.truth(depth - 1)}, {deeper()}, {deeper()})",
            lambda: f"{self.pick(['2', '0.5', '-3'])} {self.pick(['*', '×'])} {deeper()}",
            lambda: f"{deeper()} / {self.pick(['2', '3', '0.7'])}",
            lambda: f"-{deeper()}", lambda: f"{deeper()} * ({self.ratio(0)})",
        ]
        forms += self.forms_of(family, depth)
        return self.pick(forms)()

    def forms_of(self, family, depth):
        """What only some families can do."""
        deeper = lambda kind=family: self.number(kind, depth - 1)
        if family == "share":
            forms = [lambda: f"SUM({deeper('points')}, {deeper()})", lambda: f"{deeper()} * {self.operand('share')}",
                     lambda: f"({deeper('points')} + {deeper()})", lambda: f"{deeper()} / {self.operand('share')} * 50%"]
            return forms + [lambda: f"({self.ratio(0)}) * 100%", lambda: f"({deeper()} {self.pick('+-')} {deeper('points')})"] * 2
        if family == "points":
            return [lambda: f"({deeper('share')} - {deeper('share')})"] * 3 + [lambda: "(100% - 5%)", lambda: f"({deeper()} - {deeper()})"]
        if family == "bare":
            return [lambda: self.stripped(depth), lambda: f"COUNT({self.any_name()}, {self.any_name()})",
                    lambda: f"({deeper()} - {deeper()})", lambda: f"({deeper()} * {deeper()})", lambda: f"({deeper()} / {deeper()})"] * 2
        forms = [lambda: f"({deeper()} - {deeper()})", lambda: self.beside_bare(family, deeper),
                 lambda: f"{deeper()} * {self.pick(['25%', '98%', '5‰'])}"]
        if bare := self.has("bare"):
            forms.append(lambda: f"({self.name(self.pick(bare))} {self.pick('+-')} {deeper()})")
            if self.has(family):
                forms.append(lambda: f"{self.pick(['MIN', 'SUM'])}({deeper()}, {self.name(self.pick(bare))}, {self.known(family)})")
            forms.append(lambda: f"{deeper()} / ({self.name(self.pick(bare))} / {self.operand('share')})")
        if family == "labour":
            forms.append(lambda: f"{self.number('people', 0)} * 3 天")
        if family == "money" and self.has("money per head"):
            forms.append(lambda: f"({self.operand('money per head')} * {self.number('people', 0)} + {deeper()} - {deeper()})")
        return forms

    def beside_bare(self, family, deeper):
        """A number without a unit takes that of the other side."""
        left = self.name(self.pick(self.has(family))) if self.has(family) else deeper()
        return f"({left} {self.pick(['+', '＋'])} {self.pick(['10', '2.5'])})" if self.has(family) else left

    def stripped(self, depth):
        """NUM, with a unit where one is needed."""
        family = self.pick(self.families_with("share"))
        there = [one for one in self.has(family) if self.items[one].get("unit") == WHOLE.get(family)]
        if family in WHOLE and there and self.chance(30):
            return f"NUM({self.name(self.pick(there))})"
        return f'NUM({self.number(family, depth - 1)}, "{self.pick(FAMILIES[family])}")'

    def families_with(self, *more):
        """Families whose units can follow a number; a word of one's own can where a field has it."""
        return [kind for kind in FAMILIES if kind not in ("bare", "points", "share", "money per head") or kind in more
                if kind != "own" or self.has("own")]

    def ratio(self, depth):
        family = self.pick(self.families_with())
        if self.chance(5):
            family = "share"
        return f"{self.number(family, depth)} / {self.known(family)}"

    def known(self, family):
        """A divisor: no written number, so that its unit is never in doubt."""
        there = self.has(family)
        return self.name(self.pick(there)) if there else self.operand(family)

    def any_name(self):
        return self.name(self.pick(list(self.kinds)))

    def truth(self, depth):
        if depth > 0 and self.chance(40):
            left, right = self.truth(depth - 1), self.truth(depth - 1)
            return self.pick([f"({left} and {right})", f"({left} or {right})", f"not ({left})", f"AND({left}, {right})",
                              f"OR({left}, {right})", f"NOT({left})", f"not {left} and {right}"])
        special = self.special_truths()
        if special and self.chance(30):
            return self.pick(special)()
        family = self.pick([kind for kind in sorted(set(self.kinds.values())) if kind in FAMILIES] + ["bare", "ratio"])
        mark = self.pick(["=", "<>", "<", "<=", ">", ">=", "≤", "≥", "≠", "＞"])
        if family not in ("bare", "ratio") and self.has(family) and self.chance(20):
            return f"{self.known(family)} {mark} {self.pick(['60', '5', '0'])}"
        right = self.pick(["0.5", "1"]) if family == "ratio" and self.chance(50) else self.number(family, depth)
        return f"{self.number(family, depth)} {mark} {right}"

    def special_truths(self):
        there = [place for place in self.kinds if self.kinds[place] in ("text", "choice", "boolean", "date")]
        forms = [lambda: f"ISBLANK({self.any_name()})"]
        for place in there:
            name = self.name(place)
            forms += {
                "text": [lambda name=name: f'IF({self.truth(0)}, {name}, "{self.pick(WORDS)}") = {name}',
                         lambda name=name: f"{name} = {self.name(self.pick(self.has('text')))}",
                         lambda name=name: f'{name} {self.pick(["=", "<>"])} "{self.pick(WORDS)}"',
                         lambda name=name: f'MATCHES({name}, "{self.pick(PATTERNS)}")'],
                "choice": [lambda name=name: f"{name} = {self.pick(CHOSEN)}"],
                "boolean": [lambda name=name: f"IF({name}, {self.truth(0)}, {self.truth(0)})",
                            lambda name=name: f"{name} <> {self.name(self.pick(self.has('boolean')))}",
                            lambda name=name: name, lambda name=name: f"{name} = {self.pick(['是', '否', 'TRUE', 'false'])}"],
                "date": [lambda name=name: f"{name} {self.pick(['<', '>', '<=', '='])} {self.name(self.pick(self.has('date')))}",
                         lambda name=name: f'{name} {self.pick(["<", ">=", "=", "<>"])} "2023-06-01"'],
            }[self.kinds[place]]
        return forms

    # ---- packs ----

    def pack(self):
        self.kinds, self.items = {}, {}
        fields, metrics = [], []
        for place in range(4 + self.roll(11)):
            family, field = self.field(place)
            self.kinds[field["id"]], self.items[field["id"]] = family, field
            fields.append(field)
        self.last_fields(fields)
        parameters = self.parameters() if self.chance(50) else {}
        for place in range(1 + self.roll(8)):
            family, metric = self.metric(place)
            self.kinds[metric["id"]], self.items[metric["id"]] = family, metric
            metrics.append(metric)
        self.derive(fields, metrics)
        names = [place for place in self.kinds if place not in parameters]
        rules = [self.rule(place, names) for place in range(1 + self.roll(8))]
        self.random.shuffle(metrics)
        pack = {"tianbao": 1, "id": "random", "version": "1", "title": {"zh": "随机", "en": "Random"},
                "sections": [{"id": "s1", "label": "一"}, {"id": "s2", "label": "二", "within": "s1"}, {"id": "s3", "label": "三"}],
                "fields": fields, "metrics": metrics, "rules": rules, "parameters": parameters, "units": UNITS}
        if self.chance(40):
            pack["rounding"] = self.pick(ROUNDINGS)
        return pack

    def last_fields(self, fields):
        for base in [field for field in fields if self.chance(20) and field["type"] in ("integer", "decimal")]:
            last = {**base, "id": base["id"] + "_last", "label": {"zh": "上年" + base["label"]["zh"]}, "last_of": base["id"]}
            last.pop("aliases", None)
            fields.append(last)
            self.kinds[last["id"]], self.items[last["id"]] = self.kinds[base["id"]], last

    def parameters(self):
        made = {}
        for place in range(1 + self.roll(2)):
            family = self.pick(list(FAMILIES))
            made[f"p{place}"] = {"label": {"zh": f"参数{place}"}, "value": self.pick(["95", 3, "0.25", 12])}
            if unit := self.pick(FAMILIES[family]):
                made[f"p{place}"]["unit"] = unit
            self.kinds[f"p{place}"], self.items[f"p{place}"] = family, made[f"p{place}"]
        return made

    def metric(self, place):
        family = self.pick(SHOWN + ["own"] * bool(self.has("own")))
        metric = {"id": f"m{place}", "label": {"zh": f"指标{place}", "en": f"Figure {place}"},
                  "places": self.pick([0, 1, 2, 2, 3, 4, 8, 12])}
        shown = self.pick(["share", "bare"]) if family == "ratio" else family
        if unit := self.pick(FAMILIES[shown]):
            metric["unit"] = unit
        metric["formula"] = self.number(family, 0 if family == "ratio" else 1 + self.roll(2))
        if self.chance(20):
            metric["rounding"] = self.pick(ROUNDINGS)
        return shown, metric

    def derive(self, fields, metrics):
        numbers = [field for field in fields if field["type"] in ("integer", "decimal") and "plausible" in field]
        if numbers and self.chance(20):
            self.pick(numbers)["derived_from"] = self.pick(metrics)["id"]

    def rule(self, place, names):
        said = [f"{{{self.pick(names)}}}" for _ in range(3)]
        rule = {"id": f"r{place}", "severity": self.pick(["mandatory", "verify", "hint"]), "assert": self.truth(2),
                "message": {"zh": f"{said[0]}，{said[1]}。请核对。", "en": f"{said[2]} needs a look."}}
        if self.chance(40):
            rule["when"] = self.truth(1)
        return rule

    # ---- what is typed ----

    def typed(self, field):
        kind = field["type"]
        if kind == "choice":
            return self.pick(["plain", "hills", "平原", "山区", "高原", "", "不涉及"])
        if kind in ("boolean", "date", "text"):
            return self.pick({"boolean": TRUTHS, "date": DATES, "text": WORDS + ["", " ", "不涉及"]}[kind])
        if self.chance(3) and "/" not in field.get("unit", ""):
            return "1.2万"
        return self.pick(FIGURES) + ("" if self.chance(95) else field.get("unit", "")) if self.chance(60) else self.plain(field)

    def plain(self, field):
        places = 0 if field["type"] == "integer" else self.roll(1 + field.get("decimals", 2))
        return f"{self.random.uniform(0, 10 ** (1 + self.roll(4))):.{places}f}"

    def case(self, pack):
        blank = self.pick([0, 0, 0, 20, 95])
        values = {field["id"]: "" if self.chance(blank) else self.typed(field) for field in pack["fields"]}
        case = {"values": {place: text for place, text in values.items() if text or self.chance(50)}}
        if self.chance(15):
            case["present"] = [field["id"] for field in pack["fields"] if self.chance(75)]
        bases = [field for field in pack["fields"] if any(one.get("last_of") == field["id"] for one in pack["fields"])]
        if bases and self.chance(40):
            case["prior"] = {field["id"]: self.typed(field) for field in bases if self.chance(80)}
        return case


def main():
    from spoil import spoilt
    seed, pairs, per_pack = int(sys.argv[1]), int(sys.argv[2]), 20
    made = Generator(seed)
    while pairs > 0:
        pack = made.pack()
        count = min(pairs, per_pack)
        if made.chance(20):
            pack, count = spoilt(pack, made), 1
        for place in range(count):
            case = {"pack": pack} if place == 0 else {}
            print(json.dumps({**case, **made.case(pack)}, ensure_ascii=False))
        pairs -= count


if __name__ == "__main__":
    main()
