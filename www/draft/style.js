// What the card of a draft looks like. Colours by their names of panel/style.js.

import { PHONE } from "../panel/style.js";

export const DRAFT_SHEET = `
.draft{box-sizing:border-box;width:340px;max-width:100vw;max-height:45vh;padding:10px 16px 8px;overflow-y:auto;border:1px solid var(--line);border-left:3px solid var(--accent);border-radius:8px;background:var(--paper);box-shadow:0 4px 18px var(--shadow);font-size:13px;color:var(--ink);pointer-events:auto;overscroll-behavior:contain}
.draft-line{margin:0 0 2px}
.draft-list{margin:2px 0 4px;padding:0 0 0 14px;font-size:12px;color:var(--calm)}
.draft-item{margin:0;overflow-wrap:anywhere}
.draft-choices{display:flex;flex-wrap:wrap;margin:4px 0 0}
.draft-do{min-height:28px;margin:2px 8px 4px 0;padding:3px 12px;border:1px solid var(--edge-strong);border-radius:4px;background:var(--paper);font:inherit;font-size:13px;color:var(--link);cursor:pointer}
.draft-do:hover{background:var(--hover)}
.draft-do.first{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.draft-do.first:hover{border-color:var(--accent-deep);background:var(--accent-deep)}
@media ${PHONE}{
.draft{align-self:stretch;width:auto;margin:0 8px}
.draft-do{min-height:44px;padding:8px 16px;font-size:14px}
}
`;
