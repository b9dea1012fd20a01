// What the build puts in.
declare const __TIANBAO_VERSION__: string;
/** Of the scripts beside tianbao.js, as an `integrity` attribute takes them. */
declare const __TIANBAO_SUMS__: { engine: string, panel: string, draft: string, sheet: string, stacks: string, mini: string, assistant: string, sentences: string };
declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*/tianbao_bg.wasm" {
  /** The module's bytes as letters.js writes them. */
  const letters: string;
  export default letters;
}
