"""Units as the rule pack reference has them: what goes together, and by which factor."""
import re
from fractions import Fraction


class Refused(Exception):
    """A pack that does not load, and the code of the reason."""


class Unit:
    """`kind`: bare (no unit), ratio (like over like), share (%), points (percentage points) or unit.
    `parts`: base units and their powers; `factor`: how many of the base units it is."""

    def __init__(self, kind, parts=(), factor=1):
        self.kind, self.parts, self.factor = kind, dict(parts), Fraction(factor)

    @property
    def is_multiple(self):
        return self.kind in ("share", "points") or self.factor != 1


BARE, RATIO = Unit("bare"), Unit("ratio")

BUILT_IN = """元 角=1/10元 分=1/100元 千元=1000元 万元=10000元 百万元=1000000元 亿元=100000000元
人 名=1人 万人=10000人 户 万户=10000户 次 亩 万亩=10000亩 公顷=15亩
公斤 斤=1/2公斤 千克=1公斤 吨=1000公斤 万吨=10000000公斤
个 家 年 村 期 场次 件 处 项 种 册 天 平方米"""


class Units:
    """The built-in units and those of one pack. Any other word is a unit of its own."""

    def __init__(self, own):
        self.known = {"%": Unit("share", (), Fraction(1, 100)), "‰": Unit("share", (), Fraction(1, 1000)),
                      "百分点": Unit("points", (), Fraction(1, 100)), "千分点": Unit("points", (), Fraction(1, 1000)),
                      "人次": Unit("unit", {"人": 1, "次": 1}), "万人次": Unit("unit", {"人": 1, "次": 1}, 10000)}
        for entry in BUILT_IN.split():
            name, _, much = entry.partition("=")
            self.declare(name, much)
        for unit in own:
            self.known.pop(unit["unit"], None)
        for unit in own:
            self.declare(unit["unit"], unit.get("is", ""))

    def declare(self, name, much):
        if not much:
            self.known[name] = Unit("unit", {name: 1})
            return
        found = re.fullmatch(r"(\d+(?:/\d+)?)\s*(\D+)", much)
        if not found:
            raise Refused("bad-value")
        base = self.parse(found[2])
        self.known[name] = Unit(base.kind, base.parts, Fraction(found[1]) * base.factor)

    def parse(self, text):
        """`元/人·天`: joined by `/` and `·`."""
        words = re.split(r"([/·])", text)
        if not all(word.strip() for word in words):
            raise Refused("bad-value")
        unit = self.word(words[0])
        for joint, word in zip(words[1::2], words[2::2]):
            unit = joined(unit, self.word(word), 1 if joint == "·" else -1)
        return unit

    def word(self, name):
        """Of a field's unit: any other word is a unit of its own, and can follow numbers from then on."""
        return self.known.setdefault(name.strip(), Unit("unit", {name.strip(): 1}))

    def behind_number(self, name):
        if name not in self.known:
            raise Refused("syntax")
        return self.known[name]

    def shown(self, unit, wanted):
        """By how much a metric's result is multiplied to stand in the metric's unit."""
        if wanted.kind == "bare" and unit.kind in ("bare", "ratio"):
            return Fraction(1)
        if unit.kind == "bare":
            return Fraction(1)
        if unit.kind == "ratio" and wanted.kind == "share":
            return 1 / wanted.factor
        if wanted.kind == "bare":
            raise Refused("unit-mismatch")
        return factor_to(wanted, unit)


def joined(left, right, power):
    parts = dict(left.parts)
    for word, count in right.parts.items():
        parts[word] = parts.get(word, 0) + power * count
    parts = {word: count for word, count in parts.items() if count}
    return Unit("unit", parts, left.factor * right.factor ** power)


def factor_to(unit, other):
    """One `other` in `unit`s."""
    if {unit.kind, other.kind} == {"share", "points"}:
        raise Refused("percentage-points")
    if {unit.kind, other.kind} == {"ratio", "share"}:
        raise Refused("ratio-or-percent")
    if unit.kind != other.kind or unit.parts != other.parts:
        raise Refused("unit-mismatch")
    return other.factor / unit.factor


def common(sides):
    """The unit of several numbers side by side, each with whether it is a written one: the left one that
    has one. A number without a unit takes it; written numbers all have their unit, or none. Also the factors."""
    with_unit = [(unit, constant) for unit, constant in sides if unit.kind != "bare"]
    if not with_unit:
        return BARE, [Fraction(1)] * len(sides)
    first = with_unit[0][0]
    has_written = any(constant and unit.kind != "ratio" for unit, constant in with_unit)
    if has_written and any(unit.kind == "bare" and constant for unit, constant in sides):
        raise Refused("number-without-unit")
    return first, [Fraction(1) if unit.kind == "bare" else factor_to(first, unit) for unit, _ in sides]


def total(sides):
    """A sum: percentage points may be added to a percentage."""
    share = any(unit.kind == "share" for unit, _ in sides)
    return common([as_share(side) if share else side for side in sides])


def difference(sides):
    """Percentage points off a percentage leave a percentage; between two percentages lie percentage points."""
    (left, _), (right, constant) = sides
    if left.kind == "share" and right.kind == "points":
        return total(sides)
    unit, factors = common(sides)
    return (Unit("points", (), unit.factor), factors) if unit.kind == "share" else (unit, factors)


def as_share(side):
    unit, constant = side
    return (Unit("share", (), unit.factor), constant) if unit.kind == "points" else side


def product(left, right):
    """The unit of a product, and a factor. A share of something is that something; of a ratio or a number, a share."""
    for one, other in ((left, right), (right, left)):
        if one.kind in ("bare", "ratio"):
            return (one if other.kind == "bare" else other), Fraction(1)
    if right.kind == "share":
        return left, right.factor
    if left.kind == "share":
        return right, left.factor
    return reduced(joined(left, right, 1))


def quotient(left, right):
    """Like over like is a ratio."""
    if right.kind in ("bare", "ratio"):
        return left, Fraction(1)
    if left.kind == right.kind and left.parts == right.parts:
        return RATIO, left.factor / right.factor
    if right.kind == "share":
        return (RATIO if left.kind == "bare" else left), 1 / right.factor
    return reduced(joined(left, right, -1))


def reduced(unit):
    """What has cancelled out altogether is a ratio, in base units."""
    return (unit, Fraction(1)) if unit.parts else (RATIO, unit.factor)
