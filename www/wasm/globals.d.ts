// What the build puts in.
declare const __TIANBAO_VERSION__: string;
/** Of tianbao-engine.js, as an `integrity` attribute takes it. */
declare const __TIANBAO_ENGINE_SUM__: string;
declare module "*/tianbao_bg.wasm" {
  /** The module's bytes as letters.js writes them. */
  const letters: string;
  export default letters;
}
