// What the figures look like. Colours by their names of ../style.js; where the person chose the colours, the pictures take those.

import { PHONE } from "../style.js";

export const FIGURES_SHEET = `
.figures{margin:0}
.figure-row{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;padding:4px 16px;border-bottom:1px solid var(--line)}
.figure-term{flex:1 1 0;min-width:140px;margin:0 12px 0 0}
.figure-name{width:100%;min-height:24px;margin:0;padding:0;border:0;background:none;font:inherit;font-size:13px;color:var(--ink);text-align:left;cursor:pointer}
.figure-name:hover{color:var(--link)}
.figure-name::after{content:"";display:inline-block;width:5px;height:5px;margin:0 0 3px 6px;border:solid var(--calm);border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.figure-name.opened::after{margin-bottom:0;transform:rotate(225deg)}
.figure-because{flex:1 0 100%;order:3;margin:0}
.figure-value{margin:0;font-size:13px;font-weight:600;font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap;order:1}
.figure-value.none{font-weight:400;color:var(--calm)}
.figure-why,.compared,.sum-state,.sum-shown{flex:1 0 100%;order:2;margin:0;font-size:12px;color:var(--calm);font-variant-numeric:tabular-nums}
.picture-place{margin:0}
.picture-place.at-track{flex:1 0 100%;order:1}
.picture-place.at-ring{margin-right:8px}
.rate{display:block;margin:3px 0 1px;overflow:visible}
.around{display:block}
.rate-ground{fill:var(--line)}
.rate-part{fill:var(--accent)}
.rate-mark{fill:var(--ink);stroke:var(--paper);stroke-width:1}
.around-ground{stroke:var(--line);stroke-width:4}
.around-part{stroke:var(--accent);stroke-width:4}
.around-mark{stroke:var(--ink);stroke-width:5}
.shares{padding:8px 0 0}
.share-bar{display:flex;box-sizing:border-box;height:14px;margin:0 16px 4px;overflow:hidden;border-radius:3px;background:var(--line)}
.segment{flex:none;box-sizing:border-box;height:14px}
.pattern{border:1px solid var(--accent);background-color:var(--paper)}
.swatch{display:inline-block;box-sizing:border-box;width:12px;height:12px;margin-right:8px;border-radius:2px;vertical-align:-1px}
.p0{background-color:var(--accent)}
.p1{background-image:repeating-linear-gradient(135deg,var(--accent),var(--accent) 2px,transparent 2px,transparent 5px)}
.p3{background-image:repeating-linear-gradient(0deg,var(--accent),var(--accent) 1px,transparent 1px,transparent 4px)}
.p4{background-image:repeating-linear-gradient(90deg,var(--accent),var(--accent) 1px,transparent 1px,transparent 4px)}
.p5{background-image:repeating-linear-gradient(45deg,var(--accent),var(--accent) 1px,transparent 1px,transparent 3px)}
.sum{margin:4px 16px 8px;padding:8px 12px;border:1px solid var(--line);border-radius:6px}
.sum-line{display:flex;align-items:baseline;justify-content:space-between;font-size:12px}
.sum-line.total{font-size:13px}
.sum-link{min-height:24px;margin:0;padding:2px 12px 2px 0;border:0;background:none;font:inherit;color:var(--link);text-align:left;cursor:pointer}
.sum-link:hover{text-decoration:underline;text-underline-offset:3px}
.sum-state{margin-top:4px;padding-top:4px;border-top:1px solid var(--line);font-weight:600;color:var(--ink);text-align:right}
.sum-state.even{font-weight:400;color:var(--done)}
@media ${PHONE}{
.sum-link,.figure-name{min-height:44px}
}
@media (forced-colors:active){
.picture,.swatch{forced-color-adjust:none;--ink:CanvasText;--paper:Canvas;--line:Canvas;--accent:Highlight}
.rate-ground,.share-bar{stroke:CanvasText}
.share-bar{border:1px solid CanvasText}
.around-ground{stroke:GrayText}
}
`;
