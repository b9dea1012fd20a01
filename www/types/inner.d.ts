// Shapes that only our own modules know.
import type { Attached, AttachOptions, Binding, Changes, Finding, Pack, Report, Session, Unbound } from "./tianbao";

/** One question of the form: a text box, a list, a radio group or a checkbox. */
export interface Control {
  /** The element that stands for it: carries the marks, takes the focus. */
  element: HTMLElement;
  /** Every element that belongs to it (the buttons of a radio group). */
  elements: HTMLElement[];
  kind: "text" | "select" | "radio" | "checkbox";
  name: string;
  id: string;
}

/** What a portal stack must be able to do. One file a stack in `host/`. */
export interface Host {
  name: string;
  controls(container: Element): Control[];
  read(control: Control): string;
  /** Puts text in as a person would: one undo step where the browser can, input and change events. */
  enter(control: Control, text: string): void;
  writable(control: Control): boolean;
}

export interface Bound extends Binding {
  control: Control;
}
export interface BindResult {
  bound: Bound[];
  unbound: Unbound[];
}
export interface FieldNames {
  id: string;
  /** Labels first, then aliases. */
  names: string[];
  /** How many of the names are labels. */
  labels: number;
  unit?: string;
}

/** One form under our eyes: what panel and overlay read. */
export interface View {
  pack: Pack;
  session: Session;
  locale: "zh" | "en";
  report: Report;
  /** Findings that may be shown now, in report order. */
  shown: Finding[];
  /** Bound fields, in page order. */
  bound: Bound[];
  /** Blank required fields, in page order. */
  blank: string[];
  tried: boolean;
  /** Why the last submission was stopped, while it still holds. */
  stopped: "" | "mandatory" | "verify" | "notice";
  /** The field that is being typed in, that has the focus, that was left last. */
  editing: string;
  focused: string;
  left: string;
  /** The field at which a finding speaks. */
  anchor(finding: Finding): string;
}

export interface Actions {
  focus(field: string): void;
  enter(field: string, text: string): void;
  justify(rule: string, reason: string): void;
}

export type Settings = Required<Pick<AttachOptions, "timing" | "normalise" | "guard" | "locale">> &
  Pick<AttachOptions, "map" | "submit" | "prior">;
export type { Attached, AttachOptions, Binding, Changes, Finding, Pack, Report, Session, Unbound };
