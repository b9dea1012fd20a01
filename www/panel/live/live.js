// What is read aloud without being asked for. At a field that has the focus its description is read already (marks.js); said here
// is only what happens elsewhere: what opened or was mended at a field that was left, and why a submission was stopped.
// Never while someone types, and at most once a second.

import { listen } from "../../events.js";
import { safely } from "../../warn.js";
import { listenFor } from "./news.js";
import { leaveRegion, regionOf } from "./region.js";
import { stoppedText } from "./stopped.js";
import { words } from "./text.js";

/** @typedef {import("../../types/inner").View} View */

/** In ms. The focus must have arrived first: a screen reader reads it, and only then what we say. */
const SETTLE = 250;
// A little more than a second: timers may be early.
const EVERY = 1010;

/** @param {View} first @param {import("../stage.js").Stage} stage */
export function makeLive(first, stage) {
  const text = words(first.locale);
  const region = regionOf(stage);
  const news = listenFor(first, text);
  let view = first;
  let stopped = false;
  let timer = 0;
  let other = "";

  const speak = safely("reading aloud", () => {
    timer = 0;
    if (view.editing !== "") return;
    const said = [stopped ? stoppedText(view, text) : "", other, stopped ? "" : news.take(view)].filter(Boolean).join(" ");
    if (stopped) news.forget(view);
    stopped = false;
    other = "";
    if (said !== "") region.say(said);
  });

  function soon() {
    if (timer === 0) timer = setTimeout(speak, Math.max(SETTLE, region.last + EVERY - Date.now()));
  }

  const blocked = safely("reading aloud", () => {
    stopped = true;
    soon();
  });
  stage.say = (sentence) => {
    other = sentence;
    soon();
  };
  const deaf = listen(first.container, { "tianbao:blocked": blocked }, false);
  return {
    /** @param {View} now */
    show(now) {
      view = now;
      if (now.editing === "") {
        news.hear(now);
        if (news.any() || other !== "") soon();
        return;
      }
      // Whoever types again has gone on; nothing stale is left to be found.
      stopped = false;
      region.clear();
    },
    remove() {
      deaf();
      stage.say = () => undefined;
      clearTimeout(timer);
      leaveRegion(stage);
    },
  };
}
