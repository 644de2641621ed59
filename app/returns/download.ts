/** A name that is safe in a header and on every disk; other characters become hyphens. */
const plainName = (name: string): string =>
  name.replaceAll(/[^\w.-]+/g, "-").replace(/^[.-]+/, "") || "file.csv";

const headersOf = (fileName: string, type: string) => ({
  "content-type": type,
  "content-disposition": `attachment; filename="${plainName(fileName)}"`,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
});

const TYPES: Readonly<Record<string, string>> & { csv: string } = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  txt: "text/plain; charset=utf-8",
};

/** A file for the signed-in person alone: saved, never shown as a page, kept by nobody on the way. */
export const download = (body: string, fileName: string): Response =>
  new Response(body, {
    headers: headersOf(fileName, TYPES[fileName.split(".").at(-1) ?? ""] ?? TYPES.csv),
  });

/** The same of another kind of text. */
export const downloadText = (body: string, fileName: string, type: "application/json"): Response =>
  new Response(body, { headers: headersOf(fileName, type) });

type Pieces = {
  fileName: string;
  type: "application/octet-stream" | "text/csv; charset=utf-8";
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>;
};

/**
 * The same of a file that is read only as fast as it is sent. Where reading it throws, the connection is cut, so that
 * half a file never looks whole: Next takes the length off every answer, which then goes in chunks, and to a browser one
 * that ends without the last chunk has failed.
 */
export const downloadPieces = ({ fileName, type, pieces }: Pieces): Response =>
  new Response(
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    }),
    { headers: headersOf(fileName, type) },
  );
