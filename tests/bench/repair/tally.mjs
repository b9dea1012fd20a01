// Time of the processor and shares, for the tables.

/** @param {number[]} times */
export function median(times) {
  return times.slice().sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Time of the processor, in milliseconds: other work on the machine does not count. @template T @param {number[]} times @param {() => T} work @returns {T} */
export function timed(times, work) {
  const from = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(from);
  times.push((user + system) / 1000);
  return result;
}

/** What happened to each record, counted. */
export function tally() {
  const [counts, /** @type {number[]} */ times] = [{ records: 0, first: 0, three: 0 }, []];
  return {
    times,
    /** @param {number} at  where the right repair stands; below nought where it does not */
    note(at) {
      counts.records += 1;
      counts.first += Number(at === 0);
      counts.three += Number(at >= 0 && at < 3);
    },
    row: () => Object.assign(counts, { median: median(times), worst: Math.max(...times) }),
  };
}

/** @typedef {ReturnType<ReturnType<typeof tally>["row"]>} Row */
