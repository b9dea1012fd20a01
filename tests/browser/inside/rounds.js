// Inside the page: a form is attached, filled in, shown, and let go, many times.

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

/** @param {string} selector @param {string} text */
function type(selector, text) {
  const input = find(selector);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.blur();
}

export const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** In the panel. @param {string} selector */
export const ours = (selector) => Array.from(find(".tianbao-root").shadowRoot.querySelectorAll(selector));

/**
 * @param {{ rounds: number, pack: any, drawn?: boolean }} order pack: as attach takes it; "once": loaded before the first round;
 *   drawn: whether each round waits until all is drawn
 */
export async function rounds({ rounds, pack, drawn = true }) {
  const held = pack === "once" ? await window.Tianbao.load("#pack") : pack;
  for (let round = 0; round < rounds; round += 1) await once(held, drawn, round);
}

/** @param {any} pack @param {boolean} drawn @param {number} round */
async function once(pack, drawn, round) {
  const attached = await window.Tianbao.attach("#report", { pack });
  type("#labour", "20");
  type("#emp", String(30 + round));
  type("#pay", "1.2万");
  if (drawn) await frames();
  ours(".tianbao-head")[0].click();
  type("#emp", "10");
  if (drawn) await frames();
  ours(".tianbao-reason-toggle").forEach((toggle) => toggle.click());
  attached.session.justify("low_rate", "本年六月起两家企业停产，外出人员返乡较多");
  find("#report").requestSubmit();
  if (drawn) await frames();
  attached.detach();
  ["#labour", "#emp", "#pay"].forEach((selector) => (find(selector).value = ""));
}
