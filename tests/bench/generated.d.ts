// Modules that bundle.mjs makes of the workload.
declare module "generated:plain" {
  export function checkFields(record: any, findings: string[]): void;
  export function checkRules(record: any, findings: string[]): any[];
}
declare module "generated:bigint" {
  export function checkRules(record: any, findings: string[]): (bigint | null)[];
}
declare module "generated:incremental" {
  export const FIELDS: { id: string, read: (value: any) => any }[];
  export const CHECKS: ((value: any) => string)[];
  export const METRICS: { id: string, of: (state: any) => number | null }[];
  export const RULES: { id: string, broken: (state: any) => boolean }[];
  export const METRICS_OF: number[][];
  export const RULES_OF: number[][];
  export function blank(): Record<string, any>;
}
declare module "generated:ajv" {
  const validate: { (record: any): boolean, errors: any[] };
  export default validate;
}
