"""The keys of a rule pack, as the tables of the reference have them."""
import re

from units import Refused

TEXT, ANY = "text", "any"
NOTES = {"note": TEXT, "source": TEXT}
TOP = {"tianbao": "!", "id": "!", "version": "!", "title": "!", "sections": "!", "fields": "!", "metrics": "", "rules": "",
       "parameters": "", "units": "", "words": "", "reasons": "", "rounding": "", "note": "", "source": ""}
SECTION = {"id": "!", "label": "!", "within": ""}
FIELD = {"id": "!", "label": "!", "type": "!", "aliases": "", "section": "", "required": "", "last_of": "",
         "derived_from": "", "not_applicable": "", "weight": "", "note": "", "source": ""}
FIGURE = {"unit": "", "min": "", "max": "", "plausible": ""}
OF_TYPE = {"integer": FIGURE, "decimal": {**FIGURE, "decimals": ""}, "boolean": {}, "date": {}, "choice": {"choices": "!"},
           "text": {"min_length": "", "max_length": "", "pattern": "", "format": ""}}
METRIC = {"id": "!", "label": "!", "formula": "!", "places": "!", "unit": "", "rounding": "", "section": "", "note": "", "source": ""}
RULE = {"id": "!", "severity": "!", "assert": "!", "message": "!", "when": "", "family": "", "note": "", "source": ""}
PARAMETER = {"label": "!", "value": "!", "unit": ""}
ROUNDINGS = (None, "half-up", "half-even", "gbt8170")
ID = re.compile(r"[^\W\d][\w.-]{0,63}")


def keys(item, table):
    if not isinstance(item, dict):
        raise Refused("wrong-type")
    for key in item:
        if key not in table:
            raise Refused("unknown-key")
    for key, need in table.items():
        if need == "!" and key not in item:
            raise Refused("missing-key")
        if item.get(key) == "":
            raise Refused("empty-text")


def one_of(value, allowed):
    if value not in allowed:
        raise Refused("bad-value")


def reference(place, there):
    if place is not None and place not in there:
        raise Refused("unknown-reference")


def check(pack):
    """Raises `Refused` where the pack is not written as the tables say."""
    keys(pack, TOP)
    if pack["tianbao"] != 1:
        raise Refused("format-version")
    one_of(pack.get("rounding"), ROUNDINGS)
    fields, metrics, rules = pack["fields"], pack.get("metrics", []), pack.get("rules", [])
    if not fields:
        raise Refused("bad-value")
    check_sections(pack["sections"])
    sections = {section["id"] for section in pack["sections"]}
    for item, table in [(item, METRIC) for item in metrics] + [(item, RULE) for item in rules]:
        keys(item, table)
    for parameter in pack.get("parameters", {}).values():
        keys(parameter, PARAMETER)
    for field in fields:
        check_field(field, sections)
    ids = [item["id"] for group in (fields, metrics, rules) for item in group] + list(pack.get("parameters", {}))
    check_ids(ids)
    for metric in metrics:
        reference(metric.get("section"), sections)
        one_of(metric.get("rounding"), ROUNDINGS)
        one_of(metric["places"], range(13))
    for rule in rules:
        one_of(rule["severity"], ("mandatory", "verify", "hint"))
    check_references({field["id"]: field for field in fields}, {metric["id"] for metric in metrics})


def check_sections(sections):
    before = set()
    for section in sections:
        keys(section, SECTION)
        reference(section.get("within"), before)
        if section["id"] in before:
            raise Refused("duplicate-id")
        before.add(section["id"])
    for place in before:
        bad_id(place)


def bad_id(place):
    if not ID.fullmatch(place):
        raise Refused("bad-id")


def check_ids(ids):
    for place in ids:
        bad_id(place)
    if len(set(ids)) < len(ids):
        raise Refused("duplicate-id")


def check_field(field, sections):
    one_of(field.get("type"), OF_TYPE)
    keys(field, {**FIELD, **OF_TYPE[field["type"]]})
    reference(field.get("section"), sections)
    one_of(field.get("decimals", 0), range(13))
    one_of(field.get("required", False), (True, False))
    for choice in field.get("choices", ()):
        keys(choice, {"value": "!", "label": "!"})


def check_references(fields, metrics):
    for field in fields.values():
        base = field.get("last_of")
        reference(base, {None, *fields})
        reference(field.get("derived_from"), {None, *metrics})
        if base and any(field.get(key) != fields[base].get(key) for key in ("type", "unit")):
            raise Refused("unlike-last")
