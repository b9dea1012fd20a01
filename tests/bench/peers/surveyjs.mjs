// SurveyJS: fields have its validators, metrics are calculated values, rules are expression validators on the first field they name.
// After an edit only the questions are validated on which it bears.
import { CustomError, FunctionFactory, Model, Serializer, SurveyValidator, ValidatorResult } from "survey-core";
import { dependents, divisors, operands, ruleNames } from "../trees.mjs";
import { read } from "../workload.mjs";
import { firstOfEach } from "./first.mjs";
import { between } from "./recheck.mjs";

const TEN = [1, 10, 100, 1000];
const scaled = (/** @type {number} */ x, /** @type {number} */ places) => x * TEN[places];
/** @type {Record<string, (args: any[]) => any>} */
const FUNCTIONS = {
  rounded: ([x, places]) => (x < 0 ? -Math.round(-scaled(x, places)) : Math.round(scaled(x, places))) / TEN[places],
  magnitude: ([x]) => Math.abs(x),
  isNumber: ([x]) => typeof x === "number",
  isFlag: ([x]) => typeof x === "boolean",
  isText: ([x]) => typeof x === "string" && x !== "",
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
    elements: fields.map((field) => ({
      ...question(field),
      validators: [...checks(field), ...rules.filter((_, i) => first[i] === field.id).map(validator)],
    })),
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

/** What SurveyJS has no validator for: its text is the code. */
class Plain extends SurveyValidator {
  getType() {
    return "plainvalidator";
  }
  /** @param {any} value @returns {any} */
  validate(value) {
    if (value === null || value === undefined || value === "") return null;
    const holds =
      this.text === "choice"
        ? typeof value === "boolean"
        : this.text === "not-a-number"
          ? typeof value === "number"
          : fits(value, /** @type {any} */ (this).decimals);
    return holds ? null : new ValidatorResult(value, new CustomError(this.text));
  }
}

const fits = (/** @type {any} */ x, /** @type {number} */ places) =>
  typeof x !== "number" || Math.abs(scaled(x, places) - Math.round(scaled(x, places))) < 1e-6;

/** Each validator's text is the code that it stands for. @param {any} field @returns {any[]} */
function checks({ id, type, values, pattern, minLength, maxLength, min, max, decimals }) {
  if (type === "boolean") return [{ type: "plain", text: "choice" }];
  const listed = values ? `{${id}} empty or {${id}} anyof ${JSON.stringify(values).replaceAll('"', "'")}` : "";
  if (type === "enum") return [{ type: "expression", text: "choice", expression: listed }];
  if (pattern) return [{ type: "regex", text: "pattern", regex: pattern }];
  if (type === "string") return [{ type: "text", text: "length", minLength, maxLength }];
  return [
    { type: "plain", text: "not-a-number" }, { type: "plain", text: "decimals", decimals },
    { type: "numeric", text: "min", minValue: min }, { type: "numeric", text: "max", maxValue: max },
  ];
}

/** @typedef {{ name: string, errors: { text: string }[], validate(fire: boolean): boolean }} Question */

/** @param {import("../workload.mjs").Workload} workload */
export function make(workload) {
  for (const [name, method] of Object.entries(FUNCTIONS)) FunctionFactory.Instance.register(name, method);
  Serializer.addClass("plainvalidator", [{ name: "decimals:number" }], () => new Plain(), "surveyvalidator");
  const json = definition(workload);
  const types = new Map(workload.fields.map(({ id, type }) => [id, type]));
  const rules = new Set(workload.rules.map(({ id }) => id));
  const hosts = workload.rules.map((rule) => inputOf(rule, types, workload.metrics));
  const touched = dependents(workload).map((use, i) => [...new Set([workload.fields[i].id, ...use.rules.map((rule) => hosts[rule])])]);
  /** @type {Model | undefined} */
  let shared;

  /** @param {Question} question @returns {string[]} ids of its findings, the field's own first */
  function findingsOf({ name, errors }) {
    if (errors.length === 0) return NONE;
    const texts = errors.map(({ text }) => text);
    /** @type {string[]} */
    const findings = [];
    firstOfEach(texts.filter((text) => !rules.has(text)).map((code) => ({ field: name, code })), findings);
    return findings.concat(texts.filter((text) => rules.has(text)));
  }
  const metricsOf = (/** @type {Model} */ survey) =>
    survey.calculatedValues.map(({ value }) => (value === "" || value === undefined ? null : value));

  /** @param {any} record */
  function check(record) {
    shared ??= new Model(json);
    shared.data = record;
    shared.validate(true, false);
    const findings = shared.getAllQuestions().flatMap(findingsOf);
    return {
      metrics: metricsOf(shared),
      findings: [...findings.filter((id) => !rules.has(id)), ...findings.filter((id) => rules.has(id))],
    };
  }

  /** @param {Record<string, any>} values */
  function open(values) {
    const survey = new Model(json);
    survey.data = values;
    survey.validate(true, false);
    const questions = new Map(survey.getAllQuestions().map((question) => [question.name, question]));
    const found = new Map([...questions].map(([name, question]) => [name, findingsOf(question)]));
    let metrics = metricsOf(survey);

    /** @param {number} field @param {string} typed */
    function edit(field, typed) {
      survey.setValue(workload.fields[field].id, read(workload.fields[field], typed));
      const now = { metrics: metricsOf(survey), findings: /** @type {string[]} */ ([]) };
      const before = { metrics, findings: /** @type {string[]} */ ([]) };
      for (const name of touched[field]) {
        const question = /** @type {any} */ (questions.get(name));
        question.validate(true);
        before.findings = before.findings.concat(found.get(name) ?? NONE);
        found.set(name, findingsOf(question));
        now.findings = now.findings.concat(found.get(name) ?? NONE);
      }
      metrics = now.metrics;
      return between(before, now);
    }
    return { edit, free: () => survey.dispose() };
  }

  return { check, open };
}

/** @type {string[]} */
const NONE = [];
