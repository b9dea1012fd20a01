// The preview of a block and the line that follows it.

import { PHONE } from "../style.js";

export const HANDS_SHEET = `
.paste-cover{position:fixed;left:0;top:0;right:0;bottom:0;display:flex;align-items:center;justify-content:center;box-sizing:border-box;padding:24px;background:rgba(31,41,51,.32);visibility:visible;pointer-events:auto;z-index:3}
.paste{display:flex;flex-direction:column;box-sizing:border-box;width:600px;max-width:100%;max-height:100%;overflow:hidden;border:1px solid var(--line);border-radius:10px;background:var(--paper);box-shadow:0 12px 40px var(--shadow)}
.paste-title{margin:0;padding:18px 20px 0;font-size:17px;line-height:1.4;font-weight:600;color:var(--ink)}
.paste-lead{margin:0;padding:4px 20px 12px;font-size:13px;color:var(--calm)}
.paste-ways{display:flex;align-items:center;margin:0;padding:0 20px 12px;font-size:13px;color:var(--ink)}
.paste-way{min-height:28px;max-width:70%;margin:0 0 0 8px;padding:2px 8px;border:1px solid var(--edge-strong);border-radius:4px;background:var(--paper);font:inherit;font-size:13px;color:var(--ink)}
.paste-scroll{flex:0 1 auto;min-height:64px;overflow:auto;border-top:1px solid var(--line);border-bottom:1px solid var(--line);-webkit-overflow-scrolling:touch}
.paste-table{width:100%;border-collapse:collapse;border-spacing:0;font-size:13px;line-height:1.5}
.paste-head{position:sticky;top:0;padding:8px 20px 6px 0;background:var(--paper);border-bottom:1px solid var(--line);font-size:12px;font-weight:600;color:var(--calm);text-align:right}
.paste-head.label{padding-left:20px;text-align:left}
.paste-label{padding:7px 16px 7px 20px;border-bottom:1px solid var(--line);font-weight:400;color:var(--ink);text-align:left;vertical-align:baseline}
.paste-now{padding:7px 20px 7px 0;border-bottom:1px solid var(--line);color:var(--calm);font-variant-numeric:tabular-nums;text-align:right;vertical-align:baseline;word-break:break-all}
.paste-next{padding:7px 20px 7px 0;border-bottom:1px solid var(--line);font-weight:600;color:var(--ink);font-variant-numeric:tabular-nums;text-align:right;vertical-align:baseline;word-break:break-all}
.paste-label.out{color:var(--calm)}
.paste-next.out{font-weight:400;color:var(--calm)}
.paste-why{display:block;font-size:12px;color:var(--calm)}
.paste-left{margin:0;padding:10px 20px 0;font-size:13px;color:var(--verify)}
.paste-foot{display:flex;flex-shrink:0;justify-content:flex-end;padding:14px 20px 16px}
.paste-go,.paste-stop{min-width:88px;min-height:34px;margin:0 0 0 10px;padding:5px 16px;border:1px solid var(--edge-strong);border-radius:5px;background:var(--paper);font:inherit;color:var(--ink);cursor:pointer}
.paste-go{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.paste-stop:hover{background:var(--hover)}
.paste-go:hover{border-color:var(--accent-deep);background:var(--accent-deep)}
.paste-go:focus-visible,.paste-stop:focus-visible,.paste-way:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.pasted{display:flex;flex-wrap:wrap;align-items:center;box-sizing:border-box;max-width:340px;margin:8px 0 0;padding:5px 14px;border:1px solid var(--line);border-radius:17px;background:var(--paper);box-shadow:0 4px 16px var(--shadow);font-size:13px;color:var(--ink);pointer-events:auto}
.paste-back{min-height:24px;margin:0 -8px 0 8px;padding:2px 10px;border:0;border-radius:12px;background:none;font:inherit;font-size:13px;color:var(--link);text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.paste-back:hover{background:var(--hover)}
@media ${PHONE}{
.paste-cover{align-items:flex-end;padding:48px 0 0}
.paste{width:100%;border-width:1px 0 0;border-radius:14px 14px 0 0;padding-bottom:env(safe-area-inset-bottom)}
.paste-foot{padding:12px 16px 14px 6px}
.paste-go,.paste-stop{flex:1 1 0;min-height:46px;font-size:16px}
.paste-way{min-height:44px;font-size:16px}
.paste-back{min-height:44px;padding:8px 14px}
.pasted{margin:8px 8px 0;border-radius:24px}
}
`;
