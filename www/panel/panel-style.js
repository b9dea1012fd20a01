// What the panel looks like. Colours by their names of style.js.

import { PHONE } from "./style.js";

const LINKS = ".ask,.link,.reuse,.next,.to-fill";

export const PANEL_SHEET = `
.keys,.reason-hint,.reason-state,.quiet-line,.position,.told-name,.amount{color:var(--calm);font-size:12px}
.count.mandatory,.title.mandatory,.section-open.mandatory{color:var(--mandatory)}
.count.verify,.title.verify,.section-open.verify{color:var(--verify)}
.count.hint,.title.hint{color:var(--hint)}
.panel{display:flex;flex-direction:column;box-sizing:border-box;width:352px;max-width:100vw;max-height:72vh;margin-top:8px;overflow:hidden;border:1px solid var(--line);border-radius:10px;background:var(--paper);box-shadow:0 6px 28px var(--shadow);pointer-events:auto}
.panel.folded{width:auto;max-width:calc(100vw - 16px);border-radius:20px;box-shadow:0 3px 14px var(--shadow)}
.bar{display:flex;flex:none}
.head{display:flex;flex:1 1 auto;min-width:0;align-items:center;justify-content:space-between;box-sizing:border-box;min-height:40px;margin:0;padding:6px 16px;border:0;border-radius:inherit;background:var(--paper);font:inherit;font-size:13px;color:var(--ink);text-align:left;cursor:pointer}
.next{display:none;flex:none;margin:0;padding:6px 16px 6px 12px;border:solid var(--line);border-width:0 0 0 1px;background:none;font:inherit;font-size:13px;color:var(--link);cursor:pointer}
.meter{display:flex;flex:none;height:2px;overflow:hidden;background:var(--line);color:var(--accent)}
.count{font-weight:600;white-space:nowrap}
.count.none{font-weight:400;color:var(--calm)}
.counts{flex:1 1 auto;min-width:0}
.dot{color:var(--calm);white-space:pre-wrap}
.chevron{flex:none;width:7px;height:7px;margin:4px 2px 0 14px;border:solid var(--calm);border-width:2px 0 0 2px;transform:rotate(45deg)}
.chevron.down{margin-top:-4px;transform:rotate(225deg)}
.body{display:flex;flex:1 1 auto;flex-direction:column;min-height:0}
.banner{flex:none;padding:10px 16px;background:var(--alarm-ground);border-bottom:1px solid var(--alarm-edge);font-size:13px;color:var(--alarm)}
.tabs{display:flex;flex:none;padding:0 8px;border-bottom:1px solid var(--line)}
.tab{margin:0;padding:9px 10px 7px;border:0;border-bottom:2px solid transparent;background:none;font:inherit;font-size:13px;color:var(--calm);cursor:pointer}
.tab.chosen{border-bottom-color:var(--accent);color:var(--ink);font-weight:600}
.page{display:flex;flex:1 1 auto;flex-direction:column;min-height:96px;overflow-y:auto;overscroll-behavior:contain}
.scroll{flex:1 1 auto;min-height:48px;padding:0 0 10px;overflow-y:auto;overscroll-behavior:contain}
.title{margin:14px 16px 2px;font:inherit;font-size:12px;font-weight:600;color:var(--calm)}
.list{margin:0;padding:0;list-style:none}
.item{margin:0;padding:4px 0 6px 13px;border-left:3px solid transparent;border-bottom:1px solid var(--line)}
.item.mandatory{border-left-color:var(--mandatory)}
.item.verify{border-left-color:var(--verify-edge)}
.item.hint{border-left-color:var(--hint-edge)}
.item.settled{border-left-color:var(--edge)}
.item.at{background:var(--hover)}
.go{display:block;width:100%;min-height:24px;margin:0;padding:4px 16px 2px 0;border:0;background:none;font:inherit;font-size:13px;color:var(--ink);text-align:left;cursor:pointer}
.go.settled{color:var(--calm)}
.head:hover,.next:hover,.section:hover{background:var(--hover)}
.go:hover,.link:hover,.ask:hover,.to-fill:hover,.reuse:hover{color:var(--accent-deep)}
.links,.choices{display:flex;flex-wrap:wrap;padding-right:16px}
.link,.ask,.reuse,.to-fill{min-height:24px;margin:0;padding:2px 0;border:0;background:none;font:inherit;font-size:12px;color:var(--link);text-align:left;cursor:pointer}
.link{margin-right:14px;text-decoration:underline;text-decoration-color:var(--edge);text-underline-offset:3px}
.asks{display:flex;flex-wrap:wrap;align-items:center;padding-right:16px}
.ask{margin-right:16px;color:var(--calm)}
.ask::after,.opens::after{content:"";display:inline-block;width:5px;height:5px;margin:0 0 3px 6px;border:solid currentColor;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.ask.opened{color:var(--ink)}
.ask.opened::after{margin-bottom:0;transform:rotate(225deg)}
.because{flex:1 0 100%;margin:2px 0 4px;padding:6px 10px;border-radius:6px;background:var(--hover);box-sizing:border-box;min-width:0}
.told-line{display:flex;margin:0;padding:2px 0;font-size:12px}
.told-name{flex:none;min-width:36px;margin-right:8px}
.told-words{flex:1 1 0;min-width:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.operands{margin:4px 0;padding:0;border:solid var(--line);border-width:1px 0;list-style:none}
.operand-item{margin:0;padding:0}
.operand{display:flex;align-items:baseline;justify-content:space-between;box-sizing:border-box;width:100%;min-height:24px;margin:0;padding:2px 0;font-size:12px;text-decoration:none}
.operand-name{flex:1 1 0;min-width:0;margin-right:12px}
.operand-value{flex:none;color:var(--ink);font-variant-numeric:tabular-nums}
.reason-save,.reason-remove,.step{min-height:24px;margin:4px 6px 4px 0;padding:3px 10px;border:1px solid var(--edge);border-radius:4px;background:var(--paper);font:inherit;font-size:12px;color:var(--link);text-align:left;cursor:pointer}
.step:hover,.reason-remove:hover{background:var(--hover)}
.reason-save{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.reason-save:hover{background:var(--accent-deep)}
.reason-form{flex:1 0 100%;box-sizing:border-box;min-width:0}
.reason-form{padding:2px 0 4px}
.reason-text{display:block;box-sizing:border-box;width:100%;margin:4px 0;padding:6px 8px;border:1px solid var(--edge-strong);border-radius:4px;background:var(--paper);font:inherit;font-size:13px;color:var(--ink);resize:vertical}
.reason-hint,.reason-given,.reason-state,.reason-lapsed{margin:2px 0;font-size:12px;overflow-wrap:anywhere}
.reason-state{min-height:19px}
.reason-given,.reason-lapsed{padding-right:16px}
.reason-given{color:var(--done)}
.reason-lapsed{color:var(--verify)}
.reuse{margin-left:8px;text-decoration:underline;text-underline-offset:3px}
.reason-error{color:var(--mandatory)}
.reason-offers{margin-top:6px}
.to-fill{display:block;margin:12px 16px 0;font-size:13px;text-decoration:underline;text-underline-offset:3px}
.quiet-line{margin:16px 16px 4px;font-size:13px}
.group{margin:0}
.all-clear{display:flex;align-items:flex-start;margin:16px 16px 4px;font-size:13px;color:var(--done)}
.foot{display:flex;flex:none;align-items:center;padding:4px 16px;border-top:1px solid var(--line)}
.step{white-space:nowrap}
.position{flex:1 1 auto;margin:0 8px 0 4px;font-variant-numeric:tabular-nums}
.section-item{margin:0;padding:0}
.section{display:flex;position:relative;align-items:center;box-sizing:border-box;width:100%;min-height:36px;margin:0;padding:6px 16px 6px 12px;border:0;border-bottom:1px solid var(--line);background:none;font:inherit;font-size:13px;color:var(--ink);text-align:left;cursor:pointer}
.section-item.deep1{padding-left:20px}
.section-item.deep2{padding-left:40px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.section-name{flex:1 1 0;min-width:0}
.section-open{flex:none;margin-left:10px;font-size:12px}
.amount{flex:none;min-width:48px;margin-left:10px;text-align:right;font-variant-numeric:tabular-nums}
.done-mark{flex:none;width:14px;height:14px;margin-right:8px;color:var(--done);line-height:0}
.done-mark.none{visibility:hidden}
@media ${PHONE}{
.next{display:block}
.panel{width:100vw;max-height:60vh;margin:0;border-width:1px 0 0;border-radius:12px 12px 0 0}
.panel{max-height:var(--room,60vh);padding-bottom:env(safe-area-inset-bottom)}
.panel.folded{width:auto;margin:6px 8px 0;padding:0;border-width:1px;border-radius:22px}
.panel.folded{margin-bottom:env(safe-area-inset-bottom)}
.head,.tab,.step,.next,.reason-save,.reason-remove,.section,.operand.link,.go,${LINKS}{min-height:44px}
.tab{padding-left:14px;padding-right:14px;font-size:14px}
.go,.section{font-size:14px}
.link,.ask,.reuse,.told-line,.operand,.reason-hint,.reason-state,.reason-given,.reason-lapsed{font-size:13px}
.step,.reason-save,.reason-remove{padding:8px 14px;font-size:14px}
.reason-text{font-size:16px}
.keys{display:none}
}
@media (prefers-reduced-motion:no-preference){
.chevron{transition:transform .15s}
}
@media (forced-colors:active){
.reason-save{border-color:ButtonText;background:ButtonFace;color:ButtonText}
.chevron{border-color:CanvasText}
.item.at{outline:1px solid Highlight;outline-offset:-1px}
.tab{border-bottom-color:Canvas}
.tab.chosen{border-bottom-color:Highlight}
.because{outline:1px solid CanvasText;outline-offset:-1px}
}
`;
