// Shapes that only our own modules know.
import type { Attached, AttachOptions, Binding, Changes, Finding, Pack, Report, Session, Unbound } from "./tianbao";

/** One question of the form: a text box, a list, a radio group or a checkbox. */
export interface Control {
  /** The element that stands for it: carries the marks, takes the focus. */
  element: HTMLElement;
  /** What the person sees of it: the element, or what a stack draws in its place. */
  face: HTMLElement;
  /** Every element that belongs to it (the buttons of a radio group). */
  elements: HTMLElement[];
  kind: "text" | "select" | "radio" | "checkbox";
  name: string;
  id: string;
}

/**
 * What a portal stack knows better than the page itself tells. One file a stack in `host/`, listed in `host.js`; all members but
 * the first two may be left out, and one that throws counts as left out. Nothing here is called before `detect` said yes.
 */
export interface Stack {
  /** As in `data-host`. */
  name: string;
  /** Whether this stack made the form. Cheap: a class or a global of the form's own window. */
  detect(container: Element): boolean;
  /** The component's prop or form path, such as "empTotal" or "jobs.empTotal"; "" where it has none. */
  prop?(control: Control): string;
  /** What stands in the control, where it is not the input's own value; undefined where it is. */
  read?(control: Control): string | undefined;
  /** The stack writes the text anew on leaving (1,234): ours is not tidied. */
  formats?(control: Control): boolean;
  /** Writes a text where the general way is not enough; false: the general way is tried. */
  enter?(control: Control, text: string): boolean;
  /** Says a text at the stack's own place for errors, "" takes it away; false: it cannot here, and ours is shown. */
  say?(control: Control, text: string): boolean;
  /** Wraps the stack's own validation and submission. Asked again and again: validators may come late, and nothing is wrapped twice. */
  hook?(container: Element, wrap: Wrap, forms: HTMLFormElement[]): void;
}

/**
 * From now on `owner[name]` answers by `refuse` (same `this` and arguments) while the submission is stopped, and as before otherwise.
 * `concerns` tells calls for this form from those for others; `missing` stands for a function that the page may leave out.
 */
export type Wrap = (
  owner: any,
  name: string,
  refuse: (this: any, ...args: any[]) => any,
  concerns?: (this: any, ...args: any[]) => boolean,
  missing?: () => void,
) => void;

/** The stacks that made one form, taken together with the general way. */
export interface Host {
  name: string;
  prop(control: Control): string;
  read(control: Control): string;
  formats(control: Control): boolean;
  /** Puts a text in as a person would; returns whether it stands there. */
  enter(control: Control, text: string): boolean;
  say(control: Control, text: string): boolean;
  /** `forms`: those that the bound inputs belong to; none where the stack has no form. */
  hook(container: Element, wrap: Wrap, forms: HTMLFormElement[]): void;
}

export interface Bound extends Binding {
  control: Control;
}
export interface BindResult {
  bound: Bound[];
  unbound: Unbound[];
  /** The inputs of ids that are no field of the pack, such as a metric's. */
  mapped: Record<string, Control>;
}
export interface FieldNames {
  id: string;
  /** Labels first, then aliases. */
  names: string[];
  /** How many of the names are labels. */
  labels: number;
  unit?: string;
  /** Neither required nor last year's: such as a rate that may be typed or worked out. */
  optional?: boolean;
}

/** One form under our eyes: what panel and overlay read. */
export interface View {
  container: Element;
  pack: Pack;
  session: Session;
  locale: "zh" | "en";
  report: Report;
  /** What can no longer pass whatever the blanks become, as last asked (`foresee`); open like mandatory findings, none of them in the report's own. */
  early: Finding[];
  /** Findings that may be shown now, in report order; early ones behind. */
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
  host: Host;
  /** Where the portal wants the written reasons: the map's "$reasons". */
  remarks?: Control;
  /** The field at which a finding speaks. */
  anchor(finding: Finding): string;
}

export interface Actions {
  focus(field: string): void;
  enter(field: string, text: string): void;
  /** Writes several fields as one change, without moving the focus; returns those that took it. `neatly`: typography is tidied as after typing. */
  enterAll(values: Record<string, string>, neatly?: boolean): string[];
  /** Opens the check sheet of the form as it stands. */
  sheet(): void;
  justify(rule: string, reason: string): void;
  /** Asks what can no longer pass, and shows the form anew. It takes a while: at rest only. */
  foresee(): void;
}

export type Settings = Required<Pick<AttachOptions, "timing" | "normalise" | "guard" | "locale" | "host" | "message">> &
  Pick<AttachOptions, "map" | "submit" | "prior" | "miniProgram"> & {
    /** Hours that an unsent draft is kept on this device; 0: none is. */
    draft: number;
  };
export type { Attached, AttachOptions, Binding, Changes, Finding, Pack, Report, Session, Unbound };
