// What the assistant's own rows look like; the rest is the panel's.

export const ASSISTANT_SHEET = `
.row{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;padding:4px 16px;border-bottom:1px solid var(--line)}
.name{flex:1 1 0;min-width:140px;margin:0 12px 0 0;font-size:13px;color:var(--ink)}
.why{flex:1 0 100%;margin:0;color:var(--calm);font-size:12px}
.reason{padding:0 16px 6px 0}
`;
