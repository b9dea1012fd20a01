"""Formulas: text to tree, tree to types and to a function of the form."""
import re
from fractions import Fraction

from entry import read_date
from units import BARE, Refused, common, difference, product, quotient, total
from values import ABSENT, BIGGEST, UNDEFINED, Missing, Unclaimed, pattern_of, rounded

TOKEN = re.compile(r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>"[^"]*"|'[^']*')|(?P<name>\[[^\]]*\]|[^\W\d][\w.]*)
    |(?P<mark><=|>=|<>|[-+*/(),=<>%‰]))""", re.X)
MARKS = str.maketrans({**{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
                       "×": "*", "÷": "/", "≠": "<>", "≤": "<=", "≥": ">="})
COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
ARGUMENTS = {"IF": (3, 3), "ROUND": (2, 2), "ABS": (1, 1), "MIN": (1, 100), "MAX": (1, 100), "SUM": (1, 100),
             "COUNT": (1, 100), "ISBLANK": (1, 1), "AND": (1, 100), "OR": (1, 100), "NOT": (1, 1), "MATCHES": (2, 2),
             "NUM": (1, 2)}


class Parser:
    """Trees are tuples: what it is, then its parts."""

    def __init__(self, text):
        pieces = re.split(r"""("[^"]*"|'[^']*'|\[[^\]]*\])""", text)
        text = "".join(piece if place % 2 else piece.translate(MARKS) for place, piece in enumerate(pieces)).rstrip()
        self.tokens, at = [], 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                raise Refused("syntax")
            self.tokens.append((found.lastgroup, found.group(found.lastgroup)))
            at = found.end()
        self.at = 0
        self.tree = self.either()
        if self.at < len(self.tokens):
            raise Refused("syntax")

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self, *marks):
        kind, text = self.peek()
        if kind in ("mark", "name") and (text if kind == "mark" else text.lower()) in marks:
            self.at += 1
            return text.lower()
        return None

    def need(self, mark):
        if not self.take(mark):
            raise Refused("unexpected-end" if self.peek()[0] == "end" else "syntax")

    def chain(self, inner, *marks):
        tree = inner()
        while mark := self.take(*marks):
            tree = (mark, tree, inner())
        return tree

    def either(self):
        return self.chain(self.both, "or")

    def both(self):
        return self.chain(self.negation, "and")

    def negation(self):
        return ("not", self.negation()) if self.take("not") else self.comparison()

    def comparison(self):
        left = self.sum()
        if mark := self.take(*COMPARISONS):
            left = (mark, left, self.sum())
        return left

    def sum(self):
        return self.chain(self.term, "+", "-")

    def term(self):
        return self.chain(self.sign, "*", "/")

    def sign(self):
        return ("neg", self.sign()) if self.take("-") else self.atom()

    def atom(self):
        kind, text = self.peek()
        if self.take("("):
            tree = self.either()
            self.need(")")
            return tree
        self.at += 1
        if kind == "number":
            return self.number(text)
        if kind == "text":
            return ("text", text[1:-1])
        if kind != "name" or (text.lower() in ("and", "or", "not") and self.peek()[1] != "("):
            raise Refused("unexpected-end" if kind == "end" else "syntax")
        if text.lower() in ("true", "false", "是", "否"):
            return ("truth", text.lower() in ("true", "是"))
        if not text.startswith("[") and self.take("("):
            return self.call(text.upper())
        return ("name", text.strip("[]"))

    def number(self, text):
        if len(text.replace(".", "")) > 28:
            raise Refused("number-too-long")
        kind, unit = self.peek()
        if unit in ("%", "‰") or (kind == "name" and unit.lower() not in ("and", "or", "not")):
            self.at += 1
            return ("number", Fraction(text), unit)
        return ("number", Fraction(text), None)

    def call(self, name):
        if name not in ARGUMENTS:
            raise Refused("unknown-function")
        arguments = [] if self.peek()[1] == ")" else [self.either()]
        while arguments and self.take(","):
            arguments.append(self.either())
        self.need(")")
        least, most = ARGUMENTS[name]
        if not least <= len(arguments) <= most:
            raise Refused("argument-count")
        return (name, *arguments)


class Code:
    """A checked formula. `kind`: number, text, choice, truth or date; `run(form)` gives its value or `Missing`.
    `constant`: written there as it stands; `choices`: what a choice may be."""

    def __init__(self, kind, run, unit=None, constant=False, choices=None):
        self.kind, self.run, self.unit, self.constant, self.choices = kind, run, unit, constant, choices


def strict(codes, function):
    """No short cuts: every part needs its value."""
    def run(form):
        outcomes = [code.run(form) for code in codes]
        missing = Missing.among(outcomes)
        result = missing or function(*outcomes)
        if isinstance(result, Fraction) and max(abs(result.numerator), result.denominator) > BIGGEST:
            raise Unclaimed
        return result
    return run


def must_be(kind, *codes):
    for code in codes:
        if code.kind != kind:
            raise Refused(f"expected-{kind}")


class Compiler:
    def __init__(self, pack):
        self.pack = pack

    def compile(self, text):
        return self.code(Parser(text).tree)

    def code(self, tree):
        head, *parts = tree
        if head == "number":
            unit = self.pack.units.behind_number(parts[1]) if parts[1] else BARE
            return Code("number", lambda form: parts[0], unit, constant=True)
        if head in ("text", "truth"):
            return Code(head, lambda form: parts[0], constant=True)
        if head == "name":
            return self.pack.named(parts[0])
        if head in ("COUNT", "ISBLANK"):
            return self.presence(head, parts)
        if head in ("MATCHES", "ROUND", "NUM"):
            return getattr(self, head.lower())(*parts)
        codes = [self.code(part) for part in parts]
        if head in COMPARISONS:
            return self.compare(head, *codes)
        if head in ("and", "or", "not", "AND", "OR", "NOT"):
            return self.logic(head.lower(), codes)
        return self.choose(*codes) if head == "IF" else self.arithmetic(head, codes)

    def logic(self, head, codes):
        must_be("truth", *codes)
        functions = {"and": lambda *all_: all(all_), "or": lambda *all_: any(all_), "not": lambda one: not one}
        return Code("truth", strict(codes, functions[head]))

    def arithmetic(self, head, codes):
        must_be("number", *codes)
        constant = head == "neg" and codes[0].constant
        sides = [(code.unit, code.constant) for code in codes]
        if head in ("*", "/"):
            unit, factor = (product if head == "*" else quotient)(codes[0].unit, codes[1].unit)
            calculate = {"*": lambda a, b: a * b * factor, "/": lambda a, b: a / b * factor if b else UNDEFINED}[head]
            return Code("number", strict(codes, calculate), unit)
        unit, factors = {"+": total, "SUM": total, "-": difference}.get(head, common)(sides)
        combine = {"+": sum, "SUM": sum, "MIN": min, "MAX": max, "neg": lambda all_: -all_[0],
                   "ABS": lambda all_: abs(all_[0]), "-": lambda all_: all_[0] - all_[1]}[head]
        run = strict(codes, lambda *all_: Fraction(combine([one * by for one, by in zip(all_, factors)])))
        return Code("number", run, unit, constant)

    def compare(self, mark, left, right):
        left, right = self.alike(left, right), self.alike(right, left)
        if left.kind != right.kind or (left.kind in ("text", "choice", "truth") and mark not in ("=", "<>")):
            raise Refused("type-mismatch")
        by = (1, 1)
        if left.kind == "number":
            by = common([(left.unit, left.constant), (right.unit, right.constant)])[1]
        test = {"=": lambda a, b: a == b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b,
                "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}[mark]
        scaled = left.kind == "number"
        return Code("truth", strict([left, right], lambda a, b: test(a * by[0], b * by[1]) if scaled else test(a, b)))

    def alike(self, code, other):
        """Written text beside a choice names a choice, beside a date a day."""
        if code.kind != "text" or not code.constant or other.kind not in ("choice", "date"):
            return code
        text = code.run(None)
        value = other.choices.get(text) if other.kind == "choice" else read_date(text)
        if value is None:
            raise Refused("unknown-choice" if other.kind == "choice" else "type-mismatch")
        return Code(other.kind, lambda form: value)

    def choose(self, condition, yes, no):
        must_be("truth", condition)
        must_be(yes.kind, no)
        unit, by = (None, (1, 1)) if yes.kind != "number" else common([(yes.unit, yes.constant), (no.unit, no.constant)])

        def run(form):
            holds = condition.run(form)
            if isinstance(holds, Missing):
                return holds
            value = (yes if holds else no).run(form)
            return value * by[0 if holds else 1] if isinstance(value, Fraction) else value
        return Code(yes.kind, run, unit, choices=yes.choices)

    def presence(self, head, names):
        if any(name[0] != "name" for name in names):
            raise Refused("bad-value")
        codes = [self.pack.named(name[1]) for name in names]

        def run(form):
            outcomes = [code.run(form) for code in codes]
            if any(isinstance(one, Missing) and one.state == "absent" for one in outcomes):
                return ABSENT
            count = sum(not isinstance(one, Missing) for one in outcomes)
            return Fraction(count) if head == "COUNT" else count == 0
        return Code("number", run, BARE) if head == "COUNT" else Code("truth", run)

    def round(self, number, places):
        code = self.code(number)
        must_be("number", code)
        sign = -1 if places[0] == "neg" else 1
        places = places[1] if sign < 0 else places
        if places[0] != "number" or places[2] or places[1].denominator != 1 or abs(places[1]) > 9:
            raise Refused("bad-value")
        digits = sign * int(places[1])
        run = strict([code], lambda value: rounded(value, digits, self.pack.way))
        return Code("number", run, code.unit)

    def matches(self, text, pattern):
        code = self.code(text)
        must_be("text", code)
        if pattern[0] != "text":
            raise Refused("bad-value")
        search = pattern_of(pattern[1])
        return Code("truth", strict([code], search))

    def num(self, number, unit=None):
        code = self.code(number)
        must_be("number", code)
        if unit is None:
            if code.unit.is_multiple:
                raise Refused("hidden-conversion")
            return Code("number", code.run, BARE)
        if unit[0] != "text":
            raise Refused("bad-value")
        factor = common([(self.pack.units.parse(unit[1]), False), (code.unit, False)])[1][1]
        return Code("number", strict([code], lambda value: value * factor), BARE)
