// A file server for loopback, for the demo and the tests: it shows what a portal's server would send, and what it was asked for.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { root } from "./places.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  "": "text/plain; charset=utf-8",
};

/** Nothing else of the project is served. */
const SHOWN = /^\/(dist|www|tests|node_modules)\//;

/** What the demo pages hand in is read and forgotten; this is what the portals of their kind answer. */
const DEMO = /^\/www\/demo\//;
const SAVED = JSON.stringify({ code: 0, msg: "操作成功" });

/** These pages are in GBK and say so themselves: a charset from the server would overrule them. */
const GBK = /^\/www\/demo\/easyui\//;

/** @typedef {{ url: string, type: string, body: string }} Post  the body as it was sent, read as UTF-8 */
/**
 * @typedef {object} Options
 * @property {number} [port] 0: any free one; otherwise this one or, where taken, the next free one
 * @property {Record<string, string>} [headers] sent with every answer, such as a content security policy
 * @property {Record<string, string>} [types] MIME types by extension, over the usual ones
 * @property {Record<string, string | ((body: string) => string)>} [pages] pages by path, before any file; a function is given what was posted
 * @property {string} [home] where `/` leads
 */

/**
 * @param {Options} [options]
 * @returns {Promise<{ origin: string, requests: string[], posts: Post[], close(): Promise<void> }>}
 */
export async function startServer(options = {}) {
  /** @type {string[]} */
  const requests = [];
  /** @type {Post[]} */
  const posts = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method === "GET" ? "" : `${request.method} `}${request.url}`);
    answer(request, response, options, posts).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    posts,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections?.())),
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Options} options
 * @param {Post[]} posts
 */
async function answer(request, response, { headers = {}, types = {}, pages = {}, home }, posts) {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
  const begin = (/** @type {number} */ status, /** @type {Record<string, string>} */ more) =>
    response.writeHead(status, { "cache-control": "no-store", ...headers, ...more });
  const said = (/** @type {string} */ extension) => types[extension] ?? TYPES[extension] ?? "application/octet-stream";
  const type = (/** @type {string} */ extension) => ({ "content-type": GBK.test(path) ? said(extension).split(";")[0] : said(extension) });
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  const file = fileAt(path);
  if (request.method === "POST") posts.push({ url: request.url ?? "", type: request.headers["content-type"] ?? "", body: await bodyOf(request) });
  if (page !== undefined) {
    const text = typeof page === "string" ? page : page(posts[posts.length - 1]?.body ?? "");
    begin(200, type(extname(path) || ".html")).end(text);
  } else if (request.method === "POST" && DEMO.test(path)) {
    begin(200, type(".json")).end(SAVED);
  } else if (file) {
    createReadStream(file).pipe(begin(200, type(extname(file))));
  } else if (path === "/" && home) {
    begin(302, { location: home }).end();
  } else if (path === "/favicon.ico") {
    begin(204, {}).end();
  } else {
    begin(404, { "content-type": "text/plain" }).end("Not found\n");
  }
}

/** @param {string} path */
function fileAt(path) {
  if (!SHOWN.test(path) || path.includes("/.")) return undefined;
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** @param {import("node:http").IncomingMessage} request */
async function bodyOf(request) {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<number>} the port that was free
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE" && port !== 0) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port));
  });
}
