// Functions of the page that hand a report in: each is wrapped in its owner, once, and gets back what it was.

/** @typedef {{ owner: any, name: string, ours: Function, before: PropertyDescriptor | undefined }} Wrapped */

/** @param {() => boolean} stops asked at each call */
export function makeWraps(stops) {
  /** @type {Wrapped[]} */
  let all = [];
  return {
    /**
     * @param {any} owner
     * @param {string} name
     * @param {(this: any, ...args: any[]) => any} refuse what a call gives that was stopped
     * @param {(this: any, ...args: any[]) => boolean} [concerns] whether a call is about this form, where forms share the function
     * @param {() => void} [missing] what is called so far where the function may be left out
     */
    wrap(owner, name, refuse, concerns = always, missing) {
      const inner = owner && (owner[name] || missing);
      if (typeof inner !== "function" || all.some((one) => one.owner === owner && one.ours === inner)) return;
      const before = Object.getOwnPropertyDescriptor(owner, name);
      /** @this {any} @param {any[]} args */
      const ours = function (...args) {
        return (concerns.apply(this, args) && stops() ? refuse : inner).apply(this, args);
      };
      Object.defineProperty(owner, name, { value: ours, configurable: true, writable: true, enumerable: !!before && before.enumerable });
      all.push({ owner, name, ours, before });
    },
    undo() {
      // The last first: a page may have wrapped ours.
      all.reverse().forEach(restore);
      all = [];
    },
  };
}

const always = () => true;

/** @param {Wrapped} one */
function restore({ owner, name, ours, before }) {
  if (owner[name] !== ours) return;
  if (before) Object.defineProperty(owner, name, before);
  else delete owner[name];
}
