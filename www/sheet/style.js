// What the check sheet looks like, on screen and on paper: black on white, told apart by words and lines. Classes only: see
// panel/wardrobe.js.

import { PHONE } from "../panel/style.js";

export const SHEET_SHEET = `
.sheet-page{--ground:#e9edf1;--bar:#fff;--ink:#1f2933;--line:#c9d1d8;--edge:#8a949e;--link:#234f7d;--hover:#f1f5f9;--accent:#2f6299;--deep:#264f7c;--on:#fff;margin:0;background:var(--ground);font:14px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:var(--ink);overscroll-behavior:contain;-webkit-text-size-adjust:100%}
.sheet-page.dark{--ground:#14181d;--bar:#1d232a;--ink:#e6e9ec;--line:#343d47;--edge:#7b8794;--link:#9cc3ee;--hover:#28313a;--accent:#7fb0e5;--deep:#a5c9ef;--on:#10202f}
.sheet-bar{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;justify-content:center;padding:10px 16px;background:var(--bar);border-bottom:1px solid var(--line)}
.sheet-name{flex:1 1 auto;max-width:560px;margin:0;font-size:15px;font-weight:600}
.sheet-do{min-height:32px;margin:0 0 0 8px;padding:4px 16px;border:1px solid var(--edge);border-radius:4px;background:var(--bar);font:inherit;color:var(--link);cursor:pointer}
.sheet-do:hover{background:var(--hover)}
.sheet-do.first{border-color:var(--accent);background:var(--accent);color:var(--on)}
.sheet-do.first:hover{background:var(--deep)}
.sheet-do:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.sheet-copy{box-sizing:border-box;max-width:794px;margin:16px auto 0;padding:12px 16px;background:var(--bar);border:1px solid var(--line)}
.sheet-text{display:block;box-sizing:border-box;width:100%;height:160px;margin:6px 0 8px;padding:6px 8px;border:1px solid var(--edge);background:var(--bar);font:12px/1.5 monospace;color:var(--ink)}
.sheet-away{display:none}
.sheet-paper{box-sizing:border-box;max-width:794px;margin:16px auto 32px;padding:48px 52px;background:#fff;box-shadow:0 2px 14px rgba(31,41,51,.15);font-size:12.5px;line-height:1.5;color:#000;overflow-wrap:anywhere}
.sheet-title{margin:0 0 2px;font-size:20px;font-weight:600;line-height:1.4;text-align:center}
.sheet-under{margin:0 0 16px;font-size:15px;letter-spacing:.3em;text-indent:.3em;text-align:center}
.sheet-part{margin:20px 0 6px;font-size:14px;font-weight:600;page-break-after:avoid;break-after:avoid}
.sheet-line{margin:4px 0}
.sheet-outcome{margin:10px 0 4px;padding:4px 10px;border:1.5px solid #000}
.sheet-small{margin:4px 0;font-size:11px;color:#333}
.sheet-table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:12.5px;line-height:1.5;color:#000}
.sheet-head{padding:4px 6px;border:1px solid #000;background:#eee;font-size:12px;font-weight:600;text-align:center;vertical-align:middle}
.sheet-cell{padding:3px 6px;border:1px solid #555;vertical-align:top;text-align:left;font-weight:400}
.sheet-cell.figure{text-align:right;font-variant-numeric:tabular-nums}
.sheet-cell.middle{text-align:center}
.sheet-section{padding:4px 6px;border:1px solid #555;background:#f4f4f4;font-weight:600;text-align:left}
.sheet-row{page-break-inside:avoid;break-inside:avoid}
.sheet-lead{page-break-inside:avoid;break-inside:avoid;page-break-after:avoid;break-after:avoid}
.sheet-strong{margin:4px 0;font-weight:600}
.sheet-detail{display:block;font-size:11.5px;color:#333}
.sheet-signs{display:flex;flex-wrap:wrap;margin:36px 0 0;page-break-inside:avoid;break-inside:avoid}
.sheet-sign{display:flex;flex:1 1 150px;align-items:flex-end;min-width:130px;margin:14px 14px 0 0;white-space:nowrap}
.sheet-rule{flex:1 1 auto;height:20px;margin:0 0 0 4px;border-bottom:1px solid #000}
@media ${PHONE}{
.sheet-bar{padding:8px}
.sheet-name{flex:1 0 100%;margin:0 0 6px}
.sheet-do{flex:1 1 auto;min-height:44px;margin:0 4px}
.sheet-paper{margin:0;padding:20px 12px;font-size:12px}
.sheet-table{table-layout:auto;font-size:12px}
.sheet-cell,.sheet-head,.sheet-section{padding:3px}
.sheet-cell.middle,.sheet-head{white-space:nowrap}
}
@media print{
.sheet-page,.sheet-page.dark{background:#fff}
.sheet-bar,.sheet-copy{display:none}
.sheet-paper{max-width:none;margin:0;padding:0;box-shadow:none;font-size:9.5pt}
.sheet-head,.sheet-section{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet-table,.sheet-cell,.sheet-head{font-size:9pt}
.sheet-title{font-size:16pt}
}
`;

/** The page itself: margins, and what tells that loose pages belong together, where the browser can. @param {string} running @param {string[]} page the words around its number and their count */
export function pageSheet(running, [before, between, after]) {
  const font = `font:8pt system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif`;
  const numbers = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
  return `@page{size:A4;margin:16mm 15mm 18mm;@bottom-left{content:${quoted(running)};${font}}@bottom-right{content:${numbers};${font}}}`;
}

/** As a string of CSS; a point would be taken for the beginning of a class. @param {string} text */
function quoted(text) {
  return `"${text.replace(/["\\\n\r.]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
