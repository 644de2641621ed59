import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, stop } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { CENSUS, type OpenCensus, openCensus, ORGANISATION as organisation } from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
let folder: string;
beforeAll(async () => {
  at = await openCensus();
  // Within the project, so that the bundle finds its packages.
  folder = mkdtempSync(join(process.cwd(), "node_modules", ".muster-test-"));
  await build({
    entryPoints: ["tests/support/receive-and-die.ts"],
    outfile: join(folder, "receive-and-die.mjs"),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  await stop();
});
afterAll(async () => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  await at?.close();
});

/** Everything that is kept of the organisation's files: which stand in the draft, their bytes, rows and tables. */
const kept = () =>
  at.asOwner(async (owner) => {
    const one = async (sql: string) => (await owner.query(sql)).rows;
    return {
      draft: await one("SELECT part, service_unit, part_id FROM intake.draft_part ORDER BY 1, 2"),
      files: await one("SELECT id, sha256, rows FROM intake.part ORDER BY id"),
      bytes: await one(
        "SELECT part_id, sum(length(bytes))::int AS bytes FROM intake.chunk GROUP BY 1 ORDER BY 1",
      ),
      rows: await one(
        "SELECT part_id, count(*)::int AS rows FROM intake.workforce_row GROUP BY 1 ORDER BY 1",
      ),
      tables: await one(
        "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'intake' AND relkind = 'r' ORDER BY 1",
      ),
      told: await one("SELECT count(*)::int AS events FROM audit.event"),
    };
  }, organisation);

async function* cut(text: string, bytes: number) {
  yield Buffer.from(text).subarray(0, bytes);
  throw new Error("The sender went away.");
}
async function* whole(text: string) {
  yield Buffer.from(text);
}

test("an upload that is cut off at any byte, or lies about its length, leaves the file that stood there", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  value(await at.send(at.workforce));
  const before = await kept();
  expect(before.rows).toHaveLength(1);
  const next = `${at.workforce}\n`;
  const length = Buffer.byteLength(next);
  const line = next.indexOf("\n") + 1;
  for (const bytes of [0, 1, 20, line - 1, line, line + 1, Math.floor(length / 2), length - 1, length]) {
    expect(codeOf(await at.send("", { source: cut(next, bytes) }))).toBe("upload-cut-off");
    // One that ends early without a word is known by its length.
    if (bytes < length)
      expect(codeOf(await at.send("", { source: whole(next.slice(0, bytes)), declaredLength: length }))).toBe(
        "length-differs",
      );
  }
  expect(codeOf(await at.send(next, { declaredLength: length - 1 }))).toBe("length-differs");
  expect(await kept()).toEqual(before);
  vi.restoreAllMocks();
});

const receiveUntil = (text: string, statement: number) =>
  new Promise<NodeJS.Signals | number | null>((ended) => {
    const child = spawn(
      process.execPath,
      [join(folder, "receive-and-die.mjs"), at.database.appUrl, organisation, CENSUS, String(statement)],
      { stdio: ["pipe", "ignore", "inherit"] },
    );
    child.on("close", (code, signal) => ended(signal ?? code));
    child.stdin.on("error", () => {});
    child.stdin.end(text);
  });

test("a process killed before any of its statements leaves the old state, and the next upload is taken", async () => {
  let file = at.workforce;
  value(await at.send(file));
  let killed = 0;
  for (let statement = 1; ; statement += 2) {
    const before = await kept();
    file += "\n";
    const ended = await receiveUntil(file, statement);
    if (ended === 0) break;
    expect(ended).toBe("SIGKILL");
    killed++;
    expect(await kept()).toEqual(before);
    // The server hears of the death by itself; until then its lock may hold.
    file += "\n";
    await vi.waitFor(async () => expect(codeOf(await at.send(file))).toBe("ok"), { timeout: 20_000 });
    const after = await kept();
    expect(after.files).toHaveLength(1);
    expect(after.rows).toEqual([{ part_id: after.files[0].id, rows: after.files[0].rows }]);
    expect(after.tables).toHaveLength(before.tables.length);
  }
  expect(killed).toBeGreaterThan(5);
  expect((await kept()).files).toHaveLength(1);
}, 300_000);

test("of two who send one part at once each is received or told to wait, and one file stands, whole", async () => {
  const sent = await Promise.all([at.send(`${at.workforce}\n\n\n`), at.send(`${at.workforce}\n\n`)]);
  for (const each of sent) expect(["ok", "upload-in-progress"]).toContain(codeOf(each));
  const { draft, files, rows } = await kept();
  expect(files).toHaveLength(1);
  expect(draft).toMatchObject([{ part_id: files[0].id }]);
  expect(rows).toEqual([{ part_id: files[0].id, rows: files[0].rows }]);
  expect(sent.filter(({ ok }) => ok).map((each) => value(each).partId)).toContain(files[0].id);
});

test("of two who submit at once one makes the version, and the other is told that it waits", async () => {
  const { partId } = value(await at.send(`${at.workforce}\n\n\n\n\n`));
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId, reason: "As it is." }));
  const submit = () => submitReturn(at.site, OPERATOR, { organisation, census: CENSUS });
  const codes = (await Promise.all([submit(), submit()])).map(codeOf).sort();
  expect(codes).toEqual(["ok", "waiting-for-approval"]);
});
