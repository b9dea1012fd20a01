// What stands beside a field: quieter than a finding. Classes only: see wardrobe.js.

import { PHONE } from "../style.js";

export const ASIDE_SHEET = `
.bubble.aside{padding:4px 10px;border-left-width:1px;box-shadow:0 1px 4px var(--shadow);pointer-events:none}
.beside{color:var(--calm);font-size:12px;font-variant-numeric:tabular-nums}
.beside.answer{color:var(--ink)}
.beside-dot{white-space:pre}
.beside-link{min-height:24px;margin:0;padding:0;border:0;background:none;font:inherit;color:var(--link);text-decoration:underline;text-underline-offset:3px;cursor:pointer;pointer-events:auto}
@media ${PHONE}{
.bubble.aside{padding:2px 8px}
}
`;
