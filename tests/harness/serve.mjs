// The pages of a test, as a portal's server would send them.
import { startServer } from "../../www/tool/server.mjs";

/**
 * Serves dist/, www/ and tests/ of the project on a free port.
 * @param {{ csp?: string, headers?: Record<string, string>, mime?: Record<string, string>, pages?: Record<string, string | ((body: string) => string)> }} [options]
 *   csp: sent as Content-Security-Policy; mime: types by extension, to play a server that does not know one
 */
export function serve({ csp, headers = {}, mime, pages } = {}) {
  const all = csp ? { ...headers, "content-security-policy": csp } : headers;
  return startServer({ headers: all, types: mime, pages });
}
