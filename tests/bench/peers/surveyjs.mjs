// SurveyJS: metrics are calculated values, rules are expression validators on the first field they name.
import { FunctionFactory, Model } from "survey-core";
import { divisors, operands, ruleNames } from "../trees.mjs";
import { read } from "../workload.mjs";
import { firstOfEach } from "./first.mjs";
import { between } from "./recheck.mjs";

export const peer = { label: "SurveyJS", library: "survey-core" };

const TEN = [1, 10, 100, 1000];
const scaled = (/** @type {number} */ x, /** @type {number} */ places) => x * TEN[places];
/** @type {Record<string, (args: any[]) => any>} */
const FUNCTIONS = {
  rounded: ([x, places]) => (x < 0 ? -Math.round(-scaled(x, places)) : Math.round(scaled(x, places))) / TEN[places],
  magnitude: ([x]) => Math.abs(x),
  isNumber: ([x]) => typeof x === "number",
  isFlag: ([x]) => typeof x === "boolean",
  isText: ([x]) => typeof x === "string" && x !== "",
  fits: ([x, places]) => Math.abs(scaled(x, places) - Math.round(scaled(x, places))) < 1e-6,
};
/** @type {Record<string, string>} */
const OPERATORS = { "==": "=", "!=": "<>", "&&": "and", "||": "or" };

/** @param {any[]} tree @returns {string} */
function expression([operator, ...parts]) {
  if (operator === "ref") return `{${parts[0]}}`;
  if (operator === "num") return parts[0];
  if (operator === "bool") return String(parts[0]);
  if (operator === "str") return `'${parts[0]}'`;
  if (operator === "present") return `isNumber(${expression(parts[0])})`;
  const [a, b] = parts.map(expression);
  if (operator === "abs") return `magnitude(${a})`;
  if (operator === "neg") return `(0 - ${a})`;
  return `(${a} ${OPERATORS[operator] ?? operator} ${b})`;
}

/** @param {import("../workload.mjs").Workload} workload */
function definition({ fields, metrics, rules }) {
  const types = new Map(fields.map(({ id, type }) => [id, type]));
  const test = { number: "isNumber", boolean: "isFlag", enum: "isText", string: "isText" };
  const known = (/** @type {string} */ id) => `${test[types.get(id) ?? "number"]}({${id}})`;
  const first = rules.map((rule) => inputOf(rule, types, metrics));
  const validator = (/** @type {any} */ rule) => ({ type: "expression", text: rule.id, expression: ruleExpression(rule, known) });
  return {
    elements: fields.map((field) => ({ ...question(field), validators: [...checks(field), ...rules.filter((_, i) => first[i] === field.id).map(validator)] })),
    calculatedValues: metrics.map(({ id, places, formula }) => {
      const needs = [...operands(formula).map(known), ...divisors(formula).map((name) => `{${name}} <> 0`)].join(" and ");
      return { name: id, expression: `iif(${needs}, rounded(${expression(formula)}, ${places}), '')` };
    }),
  };
}

/** A field on which a rule can stand. @param {any} rule @param {Map<string, string>} types @param {any[]} metrics @returns {string} */
function inputOf(rule, types, metrics) {
  const [name] = ruleNames(rule);
  return types.has(name) ? name : inputOf({ assert: metrics.find(({ id }) => id === name).formula }, types, metrics);
}

/** Holds, or can't be judged. @param {any} rule @param {(id: string) => string} known */
function ruleExpression({ when, assert }, known) {
  const needs = [...operands(assert), ...(when ? operands(when) : [])].map(known);
  const judged = [...needs, ...(when ? [expression(when)] : [])].join(" and ") || "true";
  return `iif(${judged}, ${expression(assert)}, true)`;
}

/** A dropdown would throw away what is not among its choices before that can be checked. @param {any} field */
function question({ id, type, required }) {
  const common = { name: id, isRequired: Boolean(required), requiredErrorText: "required" };
  if (type === "boolean") return { ...common, type: "boolean" };
  return { ...common, type: "text", ...(type === "number" ? { inputType: "number" } : {}) };
}

/** Each validator's text is the code that it stands for. @param {any} field @returns {any[]} */
function checks({ id, type, values, pattern, minLength, maxLength, min, max, decimals }) {
  const refuse = (/** @type {string} */ holds, /** @type {string} */ text) => ({ type: "expression", text, expression: `{${id}} empty or ${holds}` });
  if (type === "boolean") return [refuse(`isFlag({${id}})`, "choice")];
  if (type === "enum") return [refuse(`{${id}} anyof ${JSON.stringify(values).replaceAll('"', "'")}`, "choice")];
  if (pattern) return [{ type: "regex", text: "pattern", regex: pattern }];
  if (type === "string") return [{ type: "text", text: "length", minLength, maxLength }];
  return [
    refuse(`isNumber({${id}})`, "not-a-number"), refuse(`fits({${id}}, ${decimals})`, "decimals"),
    refuse(`{${id}} >= ${min}`, "min"), refuse(`{${id}} <= ${max}`, "max"),
  ];
}

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  for (const [name, method] of Object.entries(FUNCTIONS)) FunctionFactory.Instance.register(name, method);
  const json = definition(workload);
  const rules = workload.rules.map(({ id }) => id);
  /** @type {Model | undefined} */
  let shared;

  /** @param {Model} survey */
  function outcome(survey) {
    survey.validate(true, false);
    /** @type {{ field: string, code: string }[]} */
    const faults = [];
    /** @type {string[]} */
    const broken = [];
    for (const { name, errors } of survey.getAllQuestions()) {
      for (const { text } of errors) rules.includes(text) ? broken.push(text) : faults.push({ field: name, code: text });
    }
    /** @type {string[]} */
    const findings = [];
    firstOfEach(faults, findings);
    const metrics = survey.calculatedValues.map(({ value }) => (value === "" || value === undefined ? null : value));
    return { metrics, findings: findings.concat(broken) };
  }

  const check = (/** @type {any} */ record) => {
    shared ??= new Model(json);
    shared.data = record;
    return outcome(shared);
  };

  /** @param {Record<string, any>} values */
  function open(values) {
    const survey = new Model(json);
    survey.data = values;
    let before = outcome(survey);
    return {
      edit(/** @type {number} */ field, /** @type {string} */ typed) {
        survey.setValue(workload.fields[field].id, read(workload.fields[field], typed));
        const now = outcome(survey);
        const changes = between(before, now);
        before = now;
        return changes;
      },
      free: () => survey.dispose(),
    };
  }

  return { check, open };
}
