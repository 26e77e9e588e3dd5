import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { type Visit, visiting } from "./browser";

/** The same page as it stands, its styles inside and without any script. */
export async function stillOf(browser: Browser, visit: Visit, path: string): Promise<string> {
  const context = await visiting(browser, visit);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "networkidle" });
  const html = await page.evaluate(async () => {
    for (const script of document.querySelectorAll("script, link[rel=preload]")) script.remove();
    for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
      const style = document.createElement("style");
      style.textContent = await (await fetch(link.href)).text();
      link.replaceWith(style);
    }
    return `<!doctype html>${document.documentElement.outerHTML}`;
  });
  await context.close();
  return html;
}

export interface StillServer {
  origin: string;
  stop: () => void;
}

/** Serves pages from memory, compressed beforehand: the least that a server can do. */
export function serveStills(pages: Map<string, string>): Promise<StillServer> {
  const packed = new Map([...pages].map(([path, html]) => [path, gzipSync(html)]));
  const server = createServer((request, response) => {
    const body = packed.get(request.url ?? "");
    response.writeHead(body ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-encoding": "gzip",
    });
    response.end(body ?? gzipSync(""));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({ origin: `http://127.0.0.1:${port}`, stop: () => void server.close() });
    });
  });
}
