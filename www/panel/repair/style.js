// What repairs look like: quiet, below what they mend. Classes only: see wardrobe.js.

import { PHONE } from "../style.js";

export const REPAIR_SHEET = `
.ways{margin:4px 16px 4px 0;padding:0}
.ways-lead{margin:2px 0;font-size:12px;color:var(--ink)}
.way-list{margin:0;padding:0;list-style:none}
.way{margin:0;padding:0}
.way-reason,.backed{margin:0 0 4px}
.way-reason,.way-slip,.way-key,.backed{font-size:12px;color:var(--calm)}
.way-slip,.way-key{margin-right:10px;white-space:nowrap}
.way-text{display:block;font-size:13px;color:var(--ink)}
.offer.mend{pointer-events:auto}
.because-of{display:-webkit-box;max-height:39px;overflow:hidden;-webkit-box-orient:vertical;-webkit-line-clamp:2}
.early{margin:0;font-size:12px;color:var(--calm)}
@media ${PHONE}{
.ways-lead,.way-reason,.way-slip,.backed,.early{font-size:13px}
}
`;
