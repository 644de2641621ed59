import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { eventsOf } from "@/db/queries/audit";
import { inTransaction } from "@/db/transaction";
import { run as check } from "@/lib/command-line/check";
import type { Finding } from "@/lib/returns/report";
import { acknowledge } from "@/lib/services/returns/acknowledge-warning";
import { type Correction, correctPart } from "@/lib/services/returns/correct-part";
import { readAnnotated } from "@/lib/services/returns/read-annotated";
import { readBytes } from "@/lib/services/returns/read-bytes";
import { readFindings } from "@/lib/services/returns/read-findings";
import { readReasons } from "@/lib/services/returns/read-reasons";
import { submitReturn } from "@/lib/services/returns/submit-return";
import {
  CENSUS,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
  warned,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";
import { whole } from "../support/whole";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

let unit = 0;
const send = async (text: string | Buffer, serviceUnit = `unit ${unit++}`) => {
  const source = (async function* () {
    yield Buffer.from(text as string);
  })();
  const { partId, report } = value(await at.send("", { source, serviceUnit }));
  return { partId, findings: report?.findings ?? [] };
};
const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error");
const bytesOf = async (partId: string) =>
  whole(value(await readBytes(at.site, OPERATOR, { organisation, partId })).bytes);
const correct = (partId: string, finding: Finding | undefined, to: string, more: Partial<Correction> = {}) =>
  correctPart(at.site, OPERATOR, {
    organisation,
    partId,
    code: finding?.code ?? "",
    position: finding?.position ?? 0,
    where: { line: finding?.line ?? 0 },
    to,
    ...more,
  });

/** The workforce file with the band of some of its lines changed, in the way that spreadsheets save it here. */
const bands = (wrong: readonly string[]) => {
  // Without sets, which hold the comma that lines are taken apart by.
  const plain = at.workforce.replace(/"([^",]*),[^"]*"/g, "$1");
  const [header = "", ...lines] = plain.trimEnd().split("\n");
  const band = header.split(",").indexOf("afc_band");
  return [
    header,
    ...lines.map((line, row) =>
      line
        .split(",")
        .with(band, wrong[row] ?? line.split(",")[band] ?? "")
        .join(","),
    ),
  ]
    .map((line) => `${line.replaceAll(",", "\t")}\r\n`)
    .join("");
};

test("one cell is corrected and checked again, every other byte stays, and the audit tells what was where", async () => {
  const text = Buffer.from(bands(["10", "11"]), "utf16le");
  const { partId, findings } = await send(Buffer.concat([Buffer.from([0xff, 0xfe]), text]));
  expect(errors(findings).map(({ value }) => value)).toEqual(["10", "11"]);
  const done = value(await correct(partId, errors(findings)[0], "7"));
  expect(done).toMatchObject({ column: "afc_band", cells: 1, turned: false });
  expect(errors(done.report?.findings ?? []).map(({ value }) => value)).toEqual(["11"]);
  const expected = Buffer.from(bands(["7", "11"]), "utf16le");
  expect((await bytesOf(done.partId)).subarray(2)).toEqual(expected);
  const [event] = await inTransaction(
    at.site.pool,
    { role: "muster_intake", organisations: [organisation] },
    (reader) => eventsOf(reader, organisation, 1),
  );
  expect(event?.verb).toBe("cells.corrected");
  expect(event?.detail).toMatchObject({
    rule: "not-allowed",
    column: "afc_band",
    line: 2,
    before: { part: partId, value: "10" },
    after: { value: "7" },
  });
  // The file that was corrected stands in the draft no more: nothing is done to it.
  expect(codeOf(await correct(partId, errors(findings)[1], "7"))).toBe("not-in-work");
});

test("every cell with one wrong value is corrected at once, others of the rule are left", async () => {
  const { partId, findings } = await send(bands(["10", "11", "10", "10"]));
  const done = value(await correct(partId, errors(findings)[0], "6", { where: { value: "10" } }));
  expect(done.cells).toBe(3);
  expect((await bytesOf(done.partId)).toString()).toBe(bands(["6", "11", "6", "6"]));
});

test("so are those of which not all were kept, however many there are", async () => {
  const [header = "", line = ""] = at.workforce.split("\n");
  const [band, post] = ["afc_band", "post_ref"].map((name) => header.split(",").indexOf(name));
  const rows = Array.from({ length: 1500 }, (_, row) =>
    line
      .split(",")
      .with(post as number, `Q${row}`)
      .with(band as number, "Band ten")
      .join(","),
  );
  const text = `${[header, ...rows].join("\n")}\n`;
  const { partId, findings } = await send(text);
  const wrong = findings.find(({ value }) => value === "Band ten");
  const done = value(await correct(partId, wrong, "6", { where: { value: "Band ten" } }));
  expect(done.cells).toBe(1500);
  expect((await bytesOf(done.partId)).toString()).toBe(text.replaceAll("Band ten", "6"));
});

test("a letter that the file's encoding has not makes the file UTF-8, and that is said", async () => {
  const text = bands(["Łódź"]).replace("Łódź", "caf\u00e9");
  const { partId, findings } = await send(Buffer.from(text, "latin1"));
  const done = value(await correct(partId, errors(findings)[0], "Łódź"));
  expect(done.turned).toBe(true);
  expect((await bytesOf(done.partId)).toString()).toBe(`\ufeff${bands(["Łódź"])}`);
});

test("what would bring personal data in is refused, what changes nothing too, and the file stays", async () => {
  const text = at.workforce.replace(/^(.*)\n(.*)$/m, (_, header: string, line: string) => {
    const post = header.split(",").indexOf("post_ref");
    return `${header}\n${line.split(",").with(post, "P".repeat(50)).join(",")}`;
  });
  const { partId, findings } = await send(text);
  const [long] = errors(findings);
  expect(long?.code).toBe("too-long");
  const told = await correct(partId, long, "ann.other@trust.nhs.uk");
  expect(codeOf(told)).toBe("personal-data");
  const band = await send(bands(["10"]));
  const [wrong] = errors(band.findings);
  expect(codeOf(await correct(band.partId, wrong, "QQ 12 34 56 C"))).toBe("personal-data");
  const still = value(await correct(band.partId, wrong, "11"));
  expect(still.still).toContain("“11” is not a value of afc_band.");
  expect(codeOf(await correct(partId, long, long?.value ?? ""))).toBe("same-value");
  expect(codeOf(await correct(partId, long, "x", { where: { line: 99 } }))).toBe("no-such-finding");
  expect((await bytesOf(partId)).toString()).toBe(text);
});

test("a file that comes while another is being corrected stays, at whichever step of the correction it comes", async () => {
  const standing = (serviceUnit: string) =>
    at.asOwner(
      async (owner) =>
        (await owner.query("SELECT part_id FROM intake.draft_part WHERE service_unit = $1", [serviceUnit]))
          .rows,
      organisation,
    );
  const codes = new Set<string>();
  for (let step = 1; ; step++) {
    const serviceUnit = `race ${step}`;
    const { partId, findings } = await send(bands(["10"]), serviceUnit);
    let [connections, other] = [0, ""];
    // Each transaction of the correction begins with a connection; before one of them somebody else's file is received.
    const pool = Object.create(at.site.pool, {
      connect: {
        value: async () => {
          if (++connections === step) other = (await send(bands(["11", "12"]), serviceUnit)).partId;
          return at.site.pool.connect();
        },
      },
    });
    const [wrong] = errors(findings);
    const done = await correctPart({ ...at.site, pool }, OPERATOR, {
      organisation,
      partId,
      code: wrong?.code ?? "",
      position: wrong?.position ?? 0,
      where: { line: wrong?.line ?? 0 },
      to: "7",
    }).catch((error: Error) => error);
    if (other === "") break;
    expect(done instanceof Error || !done.ok).toBe(true);
    if (!(done instanceof Error)) codes.add(codeOf(done));
    expect(await standing(serviceUnit)).toEqual([{ part_id: other }]);
  }
  expect(codes).toContain("another-file-came");
});

test("a file whose bytes were not kept is not corrected here, and the sentence says why", async () => {
  const { partId, findings } = await send(bands(["10"]).replace("\r\n", "\tnickname\r\n"));
  const refused = await correct(
    partId,
    errors(findings).find(({ value }) => value === "10"),
    "7",
  );
  expect(codeOf(refused)).toBe("bytes-not-kept");
});

test("a reason given is told with who and when, can be changed, and is suggested once the file is replaced", async () => {
  const { partId } = await send(warned(at.workforce), "reasons");
  const read = async (of: string) =>
    value(await readReasons(at.site, OPERATOR, { organisation, partId: of }));
  const { counts, standing } = value(
    await readFindings(at.site, OPERATOR, { organisation, partId, limit: 10, filter: {} }),
  );
  expect(standing).toBe("in-work");
  const code = counts.find(({ severity }) => severity === "warning")?.code ?? "";
  for (const reason of ["Not recorded here.", "Not recorded at our trust."])
    value(await acknowledge(at.site, OPERATOR, { organisation, partId, code, reason }));
  expect((await read(partId)).given.get(code)).toMatchObject({ reason: "Not recorded at our trust." });
  expect((await read(partId)).given.get(code)?.at).toMatch(/^20\d\d-/);
  expect((await read(partId)).earlier.size).toBe(0);

  const next = await send(`${warned(at.workforce)}\n`, "reasons");
  expect((await read(next.partId)).given.size).toBe(0);
  expect((await read(next.partId)).earlier.get(code)?.reason).toBe("Not recorded at our trust.");
  // A suggestion is no reason: the warning still stands in the way.
  expect(codeOf(await submitReturn(at.site, OPERATOR, { organisation, census: CENSUS }))).not.toBe("ok");
  const other = await send(warned(at.workforce), "another unit");
  expect((await read(other.partId)).earlier.size).toBe(0);
});

test("a file given back is the one that the command line gives, and is taken when it comes again", async () => {
  const text = bands(["10", "11"]).replace(/\r\n/, "\r\n\r\n");
  const { partId, findings } = await send(text);
  const { pieces } = value(await readAnnotated(at.site, OPERATOR, { organisation, partId }));
  const back = (await whole(pieces)).toString();
  const folder = mkdtempSync(join(tmpdir(), "muster-annotated-"));
  try {
    writeFileSync(join(folder, "in.csv"), text);
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const who = ["--part", "workforce", "--organisation", organisation, "--census", CENSUS];
    expect(await check([join(folder, "in.csv"), ...who, "--annotate", join(folder, "out.csv")])).toBe(1);
    expect(back).toBe(readFileSync(join(folder, "out.csv"), "utf8"));
  } finally {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  }
  expect(back).toContain("muster_verdict");
  expect(back).toContain("“10” is not a value of afc_band.");

  const again = await send(back);
  expect(errors(again.findings).map(({ value }) => value)).toEqual(["10", "11"]);
  const kept = (list: readonly Finding[]) => list.map(({ code, line }) => `${code} ${line}`);
  expect(kept(again.findings)).toEqual(kept(findings));
  // What somebody wrote in the columns that Muster added no check reads: the bytes are not kept.
  expect(codeOf(await readBytes(at.site, OPERATOR, { organisation, partId: again.partId }))).toBe(
    "bytes-not-kept",
  );
});

test("of more findings than are kept every row still has its own in the file given back", async () => {
  const [header = "", line = ""] = at.workforce.split("\n");
  const [band, post] = ["afc_band", "post_ref"].map((name) => header.split(",").indexOf(name));
  const rows = Array.from({ length: 1500 }, (_, row) =>
    line
      .split(",")
      .with(post as number, `Q${row}`)
      .with(band as number, "ten")
      .join(","),
  );
  const { partId } = await send(`${[header, ...rows].join("\n")}\n`);
  const { pieces } = value(await readAnnotated(at.site, OPERATOR, { organisation, partId }));
  const back = (await whole(pieces)).toString().trimEnd().split("\r\n");
  expect(back.slice(1).filter((each) => each.includes("“ten” is not a value"))).toHaveLength(1500);
});
