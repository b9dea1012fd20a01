// What the build puts in.
declare const __TIANBAO_VERSION__: string;
declare module "*/tianbao_bg.wasm" {
  /** The module's bytes as letters.js writes them. */
  const letters: string;
  export default letters;
}
