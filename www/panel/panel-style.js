// What the panel looks like. Colours by their names of style.js.

import { PHONE } from "./style.js";

export const PANEL_SHEET = `
.detail,.keys,.reason-hint,.quiet-line,.why{color:var(--calm);font-size:12px}
.count.mandatory,.title.mandatory{color:var(--mandatory)}
.count.verify,.title.verify{color:var(--verify)}
.count.hint,.title.hint{color:var(--hint)}
.panel{display:flex;flex-direction:column;box-sizing:border-box;width:340px;max-height:72vh;margin-top:8px;overflow:hidden;border:1px solid var(--line);border-radius:10px;background:var(--paper);box-shadow:0 6px 28px var(--shadow);pointer-events:auto}
.panel.folded{width:auto;border-radius:20px;box-shadow:0 3px 14px var(--shadow)}
.head{display:flex;flex:none;align-items:center;justify-content:space-between;box-sizing:border-box;width:100%;min-height:40px;margin:0;padding:6px 16px;border:0;border-radius:inherit;background:var(--paper);font:inherit;font-size:13px;color:var(--ink);text-align:left;cursor:pointer}
.count{font-weight:600;white-space:nowrap}
.count.none{font-weight:400;color:var(--calm)}
.dot{color:var(--calm);white-space:pre}
.chevron{flex:none;width:7px;height:7px;margin:4px 2px 0 14px;border:solid var(--calm);border-width:2px 0 0 2px;transform:rotate(45deg)}
.chevron.down{margin-top:-4px;transform:rotate(225deg)}
.body{display:flex;flex:1 1 auto;flex-direction:column;min-height:0;border-bottom:1px solid var(--line)}
.banner{flex:none;padding:10px 16px;background:var(--alarm-ground);border-bottom:1px solid var(--alarm-edge);font-size:13px;color:var(--alarm)}
.tabs{display:flex;flex:none;padding:0 8px;border-bottom:1px solid var(--line)}
.tab{margin:0;padding:9px 10px 7px;border:0;border-bottom:2px solid transparent;background:none;font:inherit;font-size:13px;color:var(--calm);cursor:pointer}
.tab.chosen{border-bottom-color:var(--accent);color:var(--ink);font-weight:600}
.page{flex:1 1 auto;min-height:80px;padding:4px 0 10px;overflow-y:auto;overscroll-behavior:contain}
.title{margin:12px 16px 4px;font:inherit;font-size:12px;font-weight:600;color:var(--calm)}
.list{margin:0;padding:0;list-style:none}
.item{margin:0;padding:0 0 0 13px;border-left:3px solid transparent}
.go{display:block;width:100%;margin:0;padding:6px 16px 6px 0;border:0;background:none;font:inherit;font-size:13px;color:var(--ink);text-align:left;cursor:pointer}
.head:hover,.go:hover{background:var(--hover)}
.detail{display:block;font-variant-numeric:tabular-nums}
.item.mandatory{border-left-color:var(--mandatory)}
.item.verify{border-left-color:var(--verify-edge)}
.item.hint{border-left-color:var(--hint-edge)}
.item.settled{border-left-color:var(--edge)}
.choices{display:flex;flex-wrap:wrap}
.reason-save,.reason-remove,.step{min-height:24px;margin:4px 6px 4px 0;padding:3px 10px;border:1px solid var(--edge);border-radius:4px;background:var(--paper);font:inherit;font-size:12px;color:var(--link);text-align:left;cursor:pointer}
.step:hover,.reason-remove:hover{background:var(--hover)}
.reason-save{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.reason-save:hover{background:var(--accent-deep)}
.reason{padding:0 16px 6px 0}
.reason-toggle,.to-fill{margin:0;padding:2px 0;border:0;background:none;font:inherit;font-size:12px;color:var(--link);text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.to-fill{display:block;margin:12px 16px 0;font-size:13px}
.reason-form{padding:2px 0 4px}
.reason-text{display:block;box-sizing:border-box;width:100%;margin:4px 0;padding:6px 8px;border:1px solid var(--edge-strong);border-radius:4px;background:var(--paper);font:inherit;font-size:13px;color:var(--ink);resize:vertical}
.reason-hint,.reason-given,.reason-error{margin:2px 0;font-size:12px}
.reason-given{color:var(--done)}
.reason-error{color:var(--mandatory)}
.quiet-line{margin:16px;font-size:13px}
.foot{display:flex;align-items:center;margin:12px 16px 0}
.group,.figures{margin:0}
.row{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;padding:4px 16px;border-bottom:1px solid var(--line)}
.name{flex:1 1 0;min-width:140px;margin:0 12px 0 0;font-size:13px;color:var(--ink)}
.figure{margin:0;font-size:13px;font-weight:600;font-variant-numeric:tabular-nums;text-align:right}
.figure.none{font-weight:400;color:var(--calm)}
.why{flex:1 0 100%;margin:0}
@media ${PHONE}{
.panel{width:100vw;max-height:60vh;margin:0;border-width:1px 0 0;border-radius:12px 12px 0 0}
.panel{max-height:var(--room,60vh);padding-bottom:env(safe-area-inset-bottom)}
.panel.folded{width:auto;margin:6px 8px 0;padding:0;border-width:1px;border-radius:22px}
.panel.folded{margin-bottom:env(safe-area-inset-bottom)}
.head,.tab,.step,.reason-save,.reason-remove,.reason-toggle,.to-fill{min-height:44px}
.step,.reason-save,.reason-remove{padding:8px 14px;font-size:14px}
.keys{display:none}
}
@media (prefers-reduced-motion:no-preference){
.chevron{transition:transform .15s}
}
`;
