import { createHash } from "node:crypto";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

type FileAnswer = { body: string | Uint8Array<ArrayBuffer>; type: string; cache: string; fileName?: string };

/** A file with its fingerprint: who has it already is told so without it. */
export function fileAnswer(request: Request, { body, type, cache, fileName }: FileAnswer): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = new Headers({ etag, "cache-control": cache, "content-security-policy": POLICY });
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  headers.set("content-type", type);
  if (fileName) headers.set("content-disposition", `attachment; filename="${fileName}"`);
  return new Response(body, { headers });
}

/** A sentence in place of a file that is not there; never kept. */
export const missingFile = (sentence: string) => refusedFile(404, sentence);

/** A sentence in place of a file, of what is not there or could not be asked for; never kept. */
export const refusedFile = (status: 400 | 404, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": POLICY,
    },
  });

/** To the file of the release that is the latest now. The address is relative, since a proxy may stand before us. */
export const movedTo = (location: string) =>
  new Response(null, { status: 307, headers: { location, "cache-control": "no-store" } });
