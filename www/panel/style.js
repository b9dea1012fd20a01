// What layer, dock and bubble look like. Colours have names, so that the sheets of the panel's features agree with this one,
// and one class turns them all over on a dark page. Classes only, no descendants: see wardrobe.js.

export const PHONE = "(max-width:720px)";

export const SHEET = `
.layer,.dock{all:initial;font:14px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:var(--ink);-webkit-text-size-adjust:100%;--ink:#1f2933;--calm:#5c6670;--paper:#fff;--line:#e3e7eb;--edge:#c9d1d8;--edge-strong:#8a949e;--hover:#f1f5f9;--link:#234f7d;--accent:#2f6299;--accent-deep:#264f7c;--on-accent:#fff;--mandatory:#b3261e;--verify:#9a5b00;--hint:#2f6299;--verify-edge:#d58b1a;--hint-edge:#7ba3cf;--blank-edge:#d9958f;--alarm:#7d1d17;--alarm-ground:#fdf3f2;--alarm-edge:#f3d9d6;--done:#2d6a45;--shadow:rgba(31,41,51,.15)}
.layer.dark,.dock.dark{--ink:#e6e9ec;--calm:#a3adb8;--paper:#1d232a;--line:#343d47;--edge:#4a5561;--edge-strong:#7b8794;--hover:#28313a;--link:#9cc3ee;--accent:#7fb0e5;--accent-deep:#a5c9ef;--on-accent:#10202f;--mandatory:#ff9d94;--verify:#f0b55c;--hint:#8fbdf0;--verify-edge:#d9962e;--hint-edge:#5f8fc4;--blank-edge:#b3736d;--alarm:#ffc2bb;--alarm-ground:#3a2321;--alarm-edge:#5a3330;--done:#86cfa4;--shadow:rgba(0,0,0,.5)}
.layer{position:absolute;left:0;top:0;width:0;height:0}
.dock{position:fixed;right:16px;bottom:16px;display:flex;flex-direction:column;align-items:flex-end;z-index:2;pointer-events:none}
.away{display:none}
.ring{position:absolute;box-sizing:border-box;pointer-events:none;border:2px solid var(--calm)}
.ring.mandatory{border-color:var(--mandatory)}
.ring.verify{border-color:var(--verify-edge)}
.ring.hint,.ring.notice{border-color:var(--hint-edge)}
.ring.required{border:1px solid var(--blank-edge)}
.ring.quiet{border-width:1px;border-style:dashed}
.bubble{position:absolute;box-sizing:border-box;width:-webkit-max-content;width:max-content;max-width:340px;padding:8px 12px;border:1px solid var(--line);border-left-width:3px;border-radius:6px;background:var(--paper);box-shadow:0 4px 16px var(--shadow);font-size:13px;z-index:1}
.bubble.mandatory,.bubble.required{border-left-color:var(--mandatory)}
.bubble.verify{border-left-color:var(--verify-edge)}
.bubble.hint,.bubble.notice{border-left-color:var(--hint-edge)}
.bubble.through{pointer-events:none}
.line{margin:0 0 2px}
.tag{margin-right:6px;font-weight:600;white-space:nowrap}
.tag.mandatory{color:var(--mandatory)}
.tag.verify{color:var(--verify)}
.tag.hint{color:var(--hint)}
.more{color:var(--calm);font-size:12px}
.offer{pointer-events:auto;min-height:24px;margin:4px 6px 4px 0;padding:3px 10px;border:1px solid var(--edge);border-radius:4px;background:var(--paper);font:inherit;font-size:12px;color:var(--link);text-align:left;cursor:pointer}
.offer:hover{background:var(--hover)}
:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
@media ${PHONE}{
.dock{right:0;bottom:0}
.offer{min-height:44px;padding:8px 14px;font-size:14px}
.bubble{max-width:280px;pointer-events:none}
}
@media print{
.layer,.dock{display:none}
}
`;
