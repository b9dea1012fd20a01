// What is known of one demo page, so that one script can run on all of them in every browser.

/** A person at a page: see tests/harness/user.mjs. A path is selectors joined by " >>> ", which steps into a frame of the same origin. */
export interface User {
  version: string;
  /** What went wrong in the page, in order. */
  problems: string[];
  goto(url: string): Promise<unknown>;
  /** A function, or an expression, in the top page; ES2017 at most, promises awaited where the browser knows them. */
  evaluate(code: string | ((...args: any[]) => unknown), ...args: unknown[]): Promise<any>;
  waitFor(code: string | ((...args: any[]) => unknown), ...args: unknown[]): Promise<unknown>;
  /** Scrolls into view, waits until nothing lies over it, presses the mouse. */
  click(path: string): Promise<unknown>;
  /** Clicks, selects all, types key by key; a list, a group of buttons or a box is set to the choice of that value or text. */
  fill(path: string, text: string): Promise<unknown>;
  type(text: string): Promise<unknown>;
  press(key: string, held?: { shift?: boolean; ctrl?: boolean }): Promise<unknown>;
}

type Way = (user: User) => unknown;

export interface Stack {
  name: string;
  page: string;
  /** What `data-host="auto"` should find. */
  host: string;
  /** The oldest Chromium on which the page works by itself. */
  oldest: number;
  /** From the loaded page to the form in view. */
  open: Way;
  /** Every field of the pack that the page asks, and the input that a person fills. */
  fields: Record<string, string>;
  /** Opens the tab or pane of a field. */
  show?: (user: User, field: string) => unknown;
  /** Inputs that must never be bound. */
  decoys: string[];
  /** Plainly typed figures that leave nothing open. */
  good: Record<string, string>;
  /** Typed over them: these contradict each other. */
  bad: Record<string, string>;
  /** Every way to hand the report in. */
  submit: Record<string, Way>;
  /** What must work although something is wrong; throws where its effect is not seen. */
  pass: Record<string, Way>;
  /** What was handed in, of all that was posted. */
  sent(posts: { url: string; type: string; body: string }[]): string[];
}
