"""Packs spoilt in one place, in the ways that the reference names."""
import copy

ASSERTIONS = [
    "f0 >", "(f0 > 1", "nothing_here > 1", "AVG(f0) > 0", "1 < COUNT(f0) < 5", '1 = "a"', "COUNT(f0 + 1) > 0",
    "ROUND(1) > 0", "ROUND(1, COUNT(f0)) > 0", "ISBLANK(1)", "1 人 + 1 户 > 0", "5 人 = 5 元", "1 - 5% > 0",
    "1 人 / 2 人 > 60%", "5% > 3 百分点", "5% - 3% > 0.4%", "NUM(3 万元) > 1", "f0 + ", "1 + 2", "COUNT(f0)", "TRUE + 1 > 0",
    "not 1", "1 人 > 0 and 2", "12345678901234567890123456789 > 1", "1 ? 2", 'MATCHES("a", "(")', "IF(1, 2, 3) > 0",
    'IF(TRUE, 1, "a") = 1', "TRUE > FALSE", '"a" < "b"', "ABS() > 1", "ABS(1, 2) > 1", "1 元/人 > 1", "[f0 > 1",
    "ISBLANK(m0, m0)", "ROUND(1, 10) > 1", "ROUND(1, 0.5) > 1",
]


def spoilt(pack, made):
    """One change, after which the pack is to be refused (mostly)."""
    pack = copy.deepcopy(pack)
    field, metric, rule = made.pick(pack["fields"]), made.pick(pack["metrics"]), made.pick(pack["rules"])
    ways = [
        lambda: rule.update({"assert": made.pick(ASSERTIONS)}),
        lambda: rule.update({"when": made.pick(ASSERTIONS)}),
        lambda: rule.update({"assert": made.pick(ASSERTIONS)}),
        lambda: rule.update({"severity": "warn"}),
        lambda: metric.update(formula=metric["id"]),
        lambda: metric.update(formula=metric["formula"] + " + 1 册"),
        lambda: metric.update(places=13),
        lambda: metric.update(formula="1 人 / 2 人 * 100", unit="%"),
        lambda: metric.update(rounding="up"),
        lambda: field.pop("label"),
        lambda: field.update(minimum=0),
        lambda: field.update(type="whole"),
        lambda: field.update(section="s9"),
        lambda: field.update(last_of="f99"),
        lambda: field.update(id="1x"),
        lambda: rule.update(id=field["id"]),
        lambda: pack.update(tianbao=2),
        lambda: pack.pop("title"),
        lambda: pack.update(fields=[]),
        lambda: pack["sections"].append({"id": "s1", "label": "again"}),
        lambda: rule.pop("message"),
        lambda: field.update(derived_from="m99"),
        lambda: metric.update(formula=""),
        lambda: rule.update(when=""),
        lambda: metric.update(unit="册"),
        lambda: field.update(label=""),
        lambda: pack.update(rounding="nearest"),
        lambda: field.update(decimals=3),
    ]
    made.pick(ways)()
    return pack
