/** One field of a form of files. A file has a name, even an empty one where none was chosen; its body is read once. */
export type FormPart = { name: string; fileName: string | null; body: AsyncIterable<Uint8Array> };

const LONGEST_HEAD = 16 * 1024;
const cutOff = () => new Error("The form ends before its last boundary.");

/** The boundary that a form of files says it is parted by; null for any other content type. */
export const boundaryOf = (contentType: string | null): string | null =>
  /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(contentType ?? "")?.[1] ?? null;

/**
 * Takes a `multipart/form-data` body (RFC 7578) apart as it comes, holding no more of it than one piece and a boundary.
 * What the consumer leaves of a part is passed over. Throws where the body ends too early or makes no sense.
 */
export async function* multipartParts(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const pieces = source[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary stands at the very beginning, the others on a line of their own.
  let held = Buffer.from("\r\n");

  async function more(): Promise<void> {
    const { value, done } = await pieces.next();
    if (done) throw cutOff();
    held = Buffer.concat([held, value]);
  }

  /** All up to the next boundary, which is left behind. */
  async function* body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = held.indexOf(delimiter);
      if (end >= 0) {
        if (end > 0) yield held.subarray(0, end);
        held = held.subarray(end + delimiter.length);
        return;
      }
      const safe = held.length - delimiter.length + 1;
      if (safe > 0) {
        const piece = held.subarray(0, safe);
        held = held.subarray(safe);
        yield piece;
      }
      await more();
    }
  }

  async function head(): Promise<string> {
    let end = held.indexOf("\r\n\r\n");
    while (end < 0) {
      if (held.length > LONGEST_HEAD) throw new Error("A field of the form has a head without an end.");
      await more();
      end = held.indexOf("\r\n\r\n");
    }
    const text = held.toString("utf8", 0, end);
    held = held.subarray(end + 4);
    return text;
  }

  let rest = body();
  for (;;) {
    for await (const _ of rest);
    while (held.length < 2) await more();
    if (held.subarray(0, 2).equals(Buffer.from("--"))) return;
    const said = await head();
    rest = body();
    yield { name: parameter(said, "name") ?? "", fileName: parameter(said, "filename"), body: rest };
  }
}

/** Browsers write quotes and line ends of a name as percent codes, and all else as it is. */
function parameter(head: string, name: string): string | null {
  const found = new RegExp(`^content-disposition:.*[; ]${name}="([^"]*)"`, "im").exec(head)?.[1];
  return found === undefined
    ? null
    : found.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
