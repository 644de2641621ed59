import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { DEVICE_COLUMNS, deviceRows } from "@/lib/command-line/bench/million-devices";
import { bundle } from "@/lib/command-line/bootstrap/bundle.mjs";
import { removePart } from "@/lib/services/returns/remove-part";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
} from "../support/open-census";
import { OPERATOR, value } from "../support/service-site";

const ROWS = 20_000;
const folder = mkdtempSync(join(tmpdir(), "muster-thread-"));
let at: OpenCensus;
let program: string;
let clean: string;

beforeAll(async () => {
  at = await openCensus();
  const built = await bundle(process.cwd());
  if (!built.ok) throw new Error(built.message);
  program = join(dirname(built.entry), "check-thread.js");
  const rows = [...deviceRows(organisation, census, ROWS)].flat();
  clean = [DEVICE_COLUMNS, ...rows].map((cells) => cells.join(",")).join("\n");
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await at?.close();
});

const send = (text: string) => at.send(text, { part: "devices", fileName: "devices.csv" });
const remove = () =>
  removePart(at.site, OPERATOR, { organisation, census, part: "devices", serviceUnit: "" });

/** The stored rows as a whole, whatever file they came by. */
const stored = () =>
  at.asOwner(async (owner) => {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS rows, sum(hashtextextended((to_jsonb(t) - 'part_id')::text, 0))::text AS hash FROM intake.devices_row t`,
    );
    return rows[0];
  });

test("a large file comes to the same report and the same rows in a thread as where it is received", async () => {
  expect(Buffer.byteLength(clean)).toBeGreaterThan(1024 * 1024);
  vi.stubEnv("MUSTER_CHECK_THREAD", "");
  const here = value(await send(clean)).report;
  const rowsHere = await stored();
  expect(rowsHere.rows).toBe(ROWS);
  value(await remove());
  vi.stubEnv("MUSTER_CHECK_THREAD", program);
  const there = value(await send(clean)).report;
  expect(there).toEqual(here);
  expect(await stored()).toEqual(rowsHere);
  value(await remove());
});

test("the findings of a spoilt file are the same, and none of its rows is kept", async () => {
  // A place of the tables, a category and a number: each is judged by what the thread was given.
  const spoilt = clean
    .replace(`,${organisation},`, ",QQQ9,")
    .replace(/,infusion_pump,/, ",infusion_pumpe,")
    .replace(/,(\d+),(\d+),(\d+),(\d+)$/, ",$1,$2,$3,many");
  vi.stubEnv("MUSTER_CHECK_THREAD", "");
  const here = value(await send(spoilt)).report;
  vi.stubEnv("MUSTER_CHECK_THREAD", program);
  const there = value(await send(`${spoilt}\n`)).report;
  expect(here?.verdict).toBe("errors");
  expect(there?.findings).toEqual(here?.findings);
  expect(new Set(there?.counts.map(({ code }) => code)).size).toBeGreaterThan(2);
  expect((await stored()).rows).toBe(0);
  value(await remove());
});

test("a thread that dies leaves nothing behind", async () => {
  const dies = join(folder, "dies.mjs");
  writeFileSync(
    dies,
    "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ columns: [] }); process.exit(3);",
  );
  vi.stubEnv("MUSTER_CHECK_THREAD", dies);
  await expect(send(clean)).rejects.toThrow("ended with 3");
  expect((await stored()).rows).toBe(0);
  const parts = await at.asOwner(async (owner) => (await owner.query("SELECT 1 FROM intake.part")).rowCount);
  expect(parts).toBe(0);
  // And the next one is taken as ever.
  vi.stubEnv("MUSTER_CHECK_THREAD", program);
  expect(value(await send(clean)).report?.verdict).toBe("accepted");
});
