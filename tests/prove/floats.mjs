// What plain JavaScript numbers make of the same ties and totals that driver/src/forms.rs types into a form.

/** Hundredths as text, with the digits behind them. @param {number} number @param {string} behind */
function hundredths(number, behind) {
  return `${Math.floor(number / 100)}.${String(number % 100).padStart(2, "0")}${behind}`;
}

/** How many of the ties from 0.005 on `toFixed` rounds to the wrong hundredth. @param {number} count */
export function wrongTies(count) {
  let wrong = 0;
  for (let number = 0; number < count; number++) {
    if (Number(hundredths(number, "5")).toFixed(2) !== hundredths(number + 1, "")) wrong += 1;
  }
  return wrong;
}

/** The generator of forms.rs. */
function draws() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % 10_000_000;
  };
}

/** How many right totals a + b + c = d are called wrong. @param {number} count */
export function wrongTotals(count) {
  const draw = draws();
  let wrong = 0;
  for (let done = 0; done < count; done++) {
    const parts = [draw(), draw(), draw()];
    const [a, b, c] = parts.map((part) => Number(hundredths(part, "")));
    const total = Number(hundredths(parts[0] + parts[1] + parts[2], ""));
    if (a + b + c !== total) wrong += 1;
  }
  return wrong;
}
