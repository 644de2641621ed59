import { gzipSync } from "node:zlib";
import { atMost, type BenchRow } from "./bench-row";

/** All JavaScript that a browser gets with a page, compressed: files asked for, preloads, and inline scripts. */
export async function browserCode(url: string, page: string): Promise<BenchRow> {
  const html = await (await fetch(`${url}${page}`)).text();
  const addresses = new Set<string>();
  let bytes = 0;
  for (const [, attributes = "", inline = ""] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const source = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    if (source !== undefined) addresses.add(source);
    else if (!/type="application\/(ld\+)?json"/.test(attributes) && inline !== "")
      bytes += gzipSync(inline).length;
  }
  for (const [tag] of html.matchAll(/<link\b[^>]*>/g)) {
    const address = /\bhref="([^"]+)"/.exec(tag)?.[1];
    if (address !== undefined && /modulepreload|as="script"/.test(tag)) addresses.add(address);
  }
  for (const address of addresses) {
    const response = await fetch(new URL(address.replaceAll("&amp;", "&"), url));
    if (!response.ok) throw new Error(`${address} on ${page} gave status ${response.status}`);
    bytes += gzipSync(Buffer.from(await response.arrayBuffer())).length;
  }
  return atMost(5, {
    name: `browser code on a published page (${page}), gzip`,
    value: bytes / 1024,
    unit: "kB",
  });
}
