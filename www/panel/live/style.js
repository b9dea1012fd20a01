// To be heard and not seen: it must stay rendered, because what is not rendered is not read either.

export const LIVE_SHEET = `
.live{position:absolute;left:0;top:0;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap}
`;
