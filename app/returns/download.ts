/** A name that is safe in a header and on every disk; other characters become hyphens. */
const plainName = (name: string): string =>
  name.replaceAll(/[^\w.-]+/g, "-").replace(/^[.-]+/, "") || "file.csv";

/** A file for the signed-in person alone: saved, never shown as a page, kept by nobody on the way. */
export const download = (body: Uint8Array<ArrayBuffer> | string, fileName: string): Response =>
  new Response(body, {
    headers: {
      "content-type": typeof body === "string" ? "text/csv; charset=utf-8" : "application/octet-stream",
      "content-disposition": `attachment; filename="${plainName(fileName)}"`,
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    },
  });
