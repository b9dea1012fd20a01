/** The version of this build. */
export const version: string;

/**
 * Loads a rule pack: JSON text if the string starts with "{", else an address.
 * Rejects with PackError. `locale` chooses the language of the pack's labels (default: the page's).
 */
export function load(pack: string | URL | object, options?: LoadOptions): Promise<Pack>;

/** Ties a form, or any element that contains the inputs, to a pack. `null`: the container is found by its fields. */
export function attach(container: Element | string | null, options: AttachOptions): Promise<Attached>;

/** Opens the assistant for binding: which input is which field and why, clicks for those that are open, the map and the tag to paste. Resolves with what closes it. */
export function bind(): Promise<() => void>;

/** Everything attached on this page, the tag's own included. */
export const attached: readonly Attached[];

/** A pack that cannot be used, and every reason why. */
export class PackError extends Error {
  constructor(diagnostics: Diagnostic[]);
  diagnostics: Diagnostic[];
}

/** A written reason that the pack's policy does not accept. */
export class ReasonError extends Error {
  constructor(code: ReasonCode);
  code: ReasonCode;
}

export type ReasonCode = "too-short" | "empty-phrase" | "not-open" | "not-verify";
export type Locale = "zh" | "en";
export type EngineChoice = "auto" | "wasm" | "js";
export type Severity = "mandatory" | "verify" | "hint";

export interface LoadOptions {
  engine?: EngineChoice;
  locale?: Locale;
}

export interface AttachOptions {
  pack: Pack | string | URL | object;
  /** Field id to CSS selector, the same as JSON text, or the address of such a file. */
  map?: Record<string, string> | string;
  host?: "auto" | "native" | "jquery-validate" | "layui" | "element" | "element-plus" | "antd" | "easyui" | "validform";
  message?: "overlay" | "inline" | "host";
  timing?: "hybrid" | "on-submit" | "on-change";
  normalise?: "lossless" | "off";
  guard?: "mandatory" | "verify" | "off";
  /** Selector of the controls that hand the report in, where the automatic choice is not right. */
  submit?: string;
  draft?: "off" | string;
  locale?: Locale;
  engine?: EngineChoice;
  prior?: Record<string, string>;
  /** "back": on a page inside a mini-program, go back to it once the page has sent what passed. */
  miniProgram?: "back";
}

export interface Diagnostic {
  severity: "error" | "warning";
  code: string;
  line: number;
  column: number;
  path: string;
  expected?: string;
  found?: string;
  message: string;
}

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly title: string;
  readonly fields: readonly PackField[];
  readonly metrics: readonly PackMetric[];
  readonly rules: readonly PackRule[];
  readonly sections: readonly PackSection[];
  readonly reasons?: ReasonPolicy;
  open(options?: OpenOptions): Session;
  /** Judges many records at once: CSV text whose header has field ids or labels. A missing column is absent. */
  check(table: string, options?: { metrics?: boolean }): CheckedRecord[];
}
export interface CheckedRecord {
  status: Report["status"];
  /** Ids of what stands against the record. */
  findings: string[];
  /** Where asked for: the metrics' figures in the pack's order. */
  metrics?: (string | null)[];
}
export interface PackField {
  id: string;
  label: string;
  unit?: string;
  section?: string;
  type: "integer" | "decimal" | "text" | "choice" | "boolean" | "date";
  required: boolean;
  aliases: string[];
  choices?: { value: string; label: string }[];
  lastOf?: string;
  /** What the pack's author notes on it. */
  note?: string;
  /** The amount is also shown in capital words (大写). */
  inWords?: true;
  /** Limits, canonical, for figures only; both allowed. */
  min?: string;
  max?: string;
  /** The usual range, ends included. */
  plausible?: [string, string];
  /** The most digits behind the point: 0 for whole numbers. */
  decimals?: number;
}
export interface PackMetric {
  id: string;
  label: string;
  unit?: string;
  section?: string;
  /** How it is drawn: a rate as a track, progress as a ring, shares side by side as one bar. */
  picture?: "track" | "ring" | "share";
  /** The metric whose figure of last period it is. */
  lastOf?: string;
  /** The field or metric whose change since last period it is. */
  changeOf?: string;
}
export interface PackRule {
  id: string;
  label: string;
  severity: Severity;
  /** The fields that it says add up: parts and their total. */
  sum?: { total: string; parts: string[] };
}
export interface PackSection {
  id: string;
  label: string;
  within?: string;
}
export interface ReasonPolicy {
  minCharacters: number;
  offers: string[];
}

export interface OpenOptions {
  /** The fields that this form has; default: all. What depends on others is "absent": silent, never required. */
  present?: string[];
  values?: Record<string, string>;
  /** Last period's accepted values, by the base field. Fills blanks only; typed text wins. */
  prior?: Record<string, string>;
  locale?: Locale;
}

/** One form being filled; no DOM. */
export interface Session {
  /** What the person typed, as typed. */
  set(field: string, typed: string): Changes;
  setMany(values: Record<string, string>): Changes;
  /** Everything, as it stands now. */
  report(): Report;
  /** A field (with last period's), metric or rule, with the person's own numbers. Throws where the pack has nothing of that id. */
  explain(id: string): Explanation;
  /** Which values the other answers still allow for a field; null where that cannot be told or none is left. */
  range(field: string): Range | null;
  /** What is most probably wrong, best first. Nothing is changed by itself. */
  repairs(): Repair[];
  /** Keeps a written reason for a verify finding; "" takes it back. Throws ReasonError. */
  justify(rule: string, reason: string): Changes;
  free(): void;
}

export interface Attached {
  readonly container: Element;
  readonly pack: Pack;
  readonly session: Session;
  readonly bindings: Binding[];
  readonly unbound: Unbound[];
  report(): Report;
  refresh(): void;
  detach(): void;
}
export interface Binding {
  field: string;
  element: Element;
  by: "map" | "data" | "name" | "id" | "prop" | "label";
  /** How sure the binding is, 0 to 1. */
  score: number;
}
export interface Unbound {
  field: string;
  why: "not-found" | "ambiguous" | "selector";
  candidates: Element[];
}

export interface Report {
  pack: { id: string; version: string; hash: string };
  engine: { version: string; kind: "wasm" | "js" | "native" };
  status: "blank" | "incomplete" | "mandatory" | "verify" | "clean";
  fields: Record<string, FieldReport>;
  metrics: Record<string, MetricReport>;
  findings: Finding[];
  /** Rules that can no longer pass, whatever the blanks become; worked out when first looked at. */
  early?: Finding[];
  progress: Progress & { bySection: Record<string, Progress> };
}
export interface FieldReport {
  typed: string;
  value: string | null;
  state: "ok" | "blank" | "invalid" | "absent";
  notice?: Message;
}
export interface MetricReport {
  value: string | null;
  display: string;
  state: "ok" | "waiting" | "undefined" | "absent";
  why?: Message;
  waitingFor?: string[];
}
export interface Progress {
  filled: number;
  required: number;
  total: number;
}
export interface Finding {
  id: string;
  severity: Severity;
  fields: string[];
  code: string;
  entry?: string;
  candidates?: string[];
  message: string;
  detail?: string;
  justified?: { reason: string };
}
export interface Range {
  min: string | null;
  max: string | null;
  /** "1", "0.01" …; "any" where a value may have any number of places. */
  step: string;
  /** Ids of the rules that make the range narrower than the field's own limits. */
  because: string[];
}
export interface Repair {
  fields: string[];
  /** What should stand there; empty where that cannot be told. */
  values: Record<string, string>;
  kind: "digit" | "transposition" | "missing-digit" | "extra-digit" | "sign" | "scale" | "swap" | "derived" | "minimal";
  /** Ids of the rules that hold with it and do not now. */
  solves: string[];
  message: string;
  /** 0 to 1; what cannot be told apart has the same. */
  confidence: number;
  /** Whether no smaller set of fields will do; else the search took too long, and these are the fields of what fails. */
  proven: boolean;
}
export interface Message {
  code: string;
  text: string;
}
/** Ids whose outcome changed; findings that appeared, that stay open with other numbers or another reason, that went. */
export interface Changes {
  fields: string[];
  metrics: string[];
  opened: Finding[];
  updated: Finding[];
  closed: string[];
}
export interface Explanation {
  id: string;
  label: string;
  formula: string;
  substituted: string;
  result: string;
  operands: { id: string; label: string; value: string | null; unit: string | null }[];
  source?: string;
  /** Where a rule says that fields add up and some are filled in: how far they agree. */
  sum?: Agreement;
  /** Of a rule that can be judged: whether it passes. */
  passes?: boolean;
  text: string;
}
export interface Agreement {
  total: string;
  parts: string[];
  /** The total less the parts filled in so far, in the total's unit; null where the total has no value. */
  difference: string | null;
  /** The same in words: 还差 18 人. */
  text: string;
  /** Where the pack asks for it and the parts make the total: all of them in a larger unit, rounded so that they still do. */
  shown?: { total: string; parts: string[]; unit: string };
}

declare global {
  interface Window {
    Tianbao?: {
      version: string;
      load: typeof load;
      attach: typeof attach;
      bind: typeof bind;
      attached: readonly Attached[];
      PackError: typeof PackError;
      ReasonError: typeof ReasonError;
    };
  }
}
