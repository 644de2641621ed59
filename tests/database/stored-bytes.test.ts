import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { downloadPieces } from "@/app/returns/download";
import { readBytes } from "@/lib/services/returns/read-bytes";
import { removePart } from "@/lib/services/returns/remove-part";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { OPERATOR, value } from "../support/service-site";
import { whole } from "../support/whole";

const MEBIBYTE = 1024 * 1024;

let at: OpenCensus;
let file: string;
let partId: string;
beforeAll(async () => {
  at = await openCensus();
  // Named as no log may name it, and long enough for three pieces.
  const [header = "", line = ""] = at.workforce.split("\n");
  const rows = Array.from({ length: Math.ceil((2.5 * MEBIBYTE) / line.length) }, (_, row) =>
    line.replace(/P\d+/, `P${row}`),
  );
  file = `${[header, ...rows].join("\n")}\n`;
});
afterAll(() => at?.close());

let logged: string[];
beforeEach(async () => {
  logged = [];
  vi.spyOn(console, "error").mockImplementation((...words) => logged.push(words.map(String).join(" ")));
  const sent = await at.send(`${file}\n`, { fileName: "Mary Fictional.csv" });
  partId = value(sent).partId;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await removePart(at.site, OPERATOR, { organisation, census: CENSUS, part: "workforce", serviceUnit: "" });
});

const read = async () => value(await readBytes(at.site, OPERATOR, { organisation, partId }));
/** As the route answers. */
const answer = async () => {
  const { part, bytes } = await read();
  return downloadPieces({
    fileName: part.fileName,
    type: "application/octet-stream",
    pieces: bytes,
  });
};

/** What only the owner of the tables can do, and only by taking away what stands in the way of it. */
const damage = (sql: string) =>
  at.asOwner(async (owner) => {
    await owner.query("ALTER TABLE intake.chunk DISABLE TRIGGER chunk_never_changes");
    const { rowCount } = await owner.query(sql, [partId]);
    await owner.query("ALTER TABLE intake.chunk ENABLE TRIGGER chunk_never_changes");
    expect(rowCount).toBe(1);
  }, organisation);

test("a file of several pieces comes back as it was sent", async () => {
  const { part, bytes } = await read();
  const sizes: number[] = [];
  const hash = createHash("sha256");
  for await (const piece of bytes) {
    sizes.push(piece.length);
    hash.update(piece);
  }
  expect(sizes).toEqual([MEBIBYTE, MEBIBYTE, part.byteCount - 2 * MEBIBYTE]);
  expect(hash.digest("hex")).toBe(part.sha256);
  const response = await answer();
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(`${file}\n`);
  expect(logged).toEqual([]);
});

test("pieces are kept in fewer bytes than they came in, and a file of before that was done is read as well", async () => {
  const sizes = await at.asOwner(async (owner) => {
    const { rows } = await owner.query(
      "SELECT packed, length(bytes)::int AS bytes FROM intake.chunk WHERE part_id = $1 ORDER BY position",
      [partId],
    );
    return rows as { packed: boolean; bytes: number }[];
  }, organisation);
  expect(sizes.map(({ packed }) => packed)).toEqual([true, true, true]);
  expect(sizes.every(({ bytes }) => bytes < MEBIBYTE / 3)).toBe(true);
  const first = Buffer.from(file).subarray(0, MEBIBYTE).toString("hex");
  await damage(
    `UPDATE intake.chunk SET packed = false, bytes = decode('${first}', 'hex') WHERE part_id = $1 AND position = 0`,
  );
  expect((await whole((await read()).bytes)).toString()).toBe(`${file}\n`);
});

test.each([
  [
    "a piece was put in another's place",
    "UPDATE intake.chunk c SET bytes = o.bytes FROM intake.chunk o WHERE c.part_id = $1 AND c.position = 1 AND o.part_id = $1 AND o.position = 0",
    "SHA-256",
  ],
  [
    "a piece is kept as it came, with a byte of it changed",
    "UPDATE intake.chunk SET packed = false, bytes = convert_to(repeat('x', 1048576), 'UTF8') WHERE part_id = $1 AND position = 1",
    "SHA-256",
  ],
  [
    "a packed piece is cut short",
    "UPDATE intake.chunk SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE part_id = $1 AND position = 1",
    "piece 1 can no longer be unpacked",
  ],
  [
    "a packed piece is none",
    "UPDATE intake.chunk SET bytes = '\\x00112233'::bytea WHERE part_id = $1 AND position = 2",
    "piece 2 can no longer be unpacked",
  ],
  ["its last piece is lost", "DELETE FROM intake.chunk WHERE part_id = $1 AND position = 2", "are stored"],
  [
    "a packed piece has grown",
    "UPDATE intake.chunk SET bytes = bytes || '\\x0a'::bytea WHERE part_id = $1 AND position = 2",
    "piece 2 can no longer be unpacked",
  ],
  [
    "it has grown",
    "INSERT INTO intake.chunk SELECT part_id, organisation, 3, '\\x0a'::bytea, false FROM intake.chunk WHERE part_id = $1 AND position = 0",
    "more are stored",
  ],
])(
  "where %s the download breaks off before its end, and the log says so without a name",
  async (_, sql, why) => {
    await damage(sql);
    const { part, bytes } = await read();
    let got = 0;
    await expect(
      (async () => {
        for await (const piece of bytes) got += piece.length;
      })(),
    ).rejects.toThrow(why);
    expect(got).toBeLessThan(part.byteCount);
    await expect((await answer()).arrayBuffer()).rejects.toThrow();
    expect(logged).toHaveLength(2);
    expect(logged[0]).toContain(partId);
    expect(logged[0]).toContain(organisation);
    expect(logged.join()).not.toContain("Mary");
  },
);

test("a file that is taken out while it is read breaks off, and is not called damaged", async () => {
  const { bytes } = await read();
  await bytes.next();
  value(
    await removePart(at.site, OPERATOR, { organisation, census: CENSUS, part: "workforce", serviceUnit: "" }),
  );
  await expect(whole(bytes)).rejects.toThrow("taken out while it was being read");
});

test("a reader who stops half-way holds nothing", async () => {
  const { bytes } = await read();
  await bytes.next();
  expect(at.site.pool.idleCount).toBe(at.site.pool.totalCount);
  await bytes.return(undefined);
});
