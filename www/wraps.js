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
     */
    wrap(owner, name, refuse) {
      const inner = owner && owner[name];
      if (typeof inner !== "function" || all.some((one) => one.owner === owner && one.ours === inner)) return;
      const before = Object.getOwnPropertyDescriptor(owner, name);
      /** @this {any} @param {any[]} args */
      const ours = function (...args) {
        return (stops() ? refuse : inner).apply(this, args);
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

/** @param {Wrapped} one */
function restore({ owner, name, ours, before }) {
  if (owner[name] !== ours) return;
  if (before) Object.defineProperty(owner, name, before);
  else delete owner[name];
}
