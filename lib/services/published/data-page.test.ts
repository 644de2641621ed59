import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endPools } from "@/db/pool";
import { csvLines } from "@/tests/support/csv-lines";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { loadPlaces, publishNation } from "@/tests/support/published-nation";
import { readDataFile } from "./data-file";
import { readDataPage } from "./data-page";

/** All figures of a place, as CSV. */
const CSV = { kind: "place", measure: null, format: "csv" } as const;

let database: TestDatabase;
let places: { release: number; code: string; level: string; figures: number }[];

beforeAll(async () => {
  database = await testDatabase();
  process.env.MUSTER_APP_URL = database.appUrl;
  await loadPlaces(database.ownerUrl);
  await publishNation(database.appUrl, { census: "2025-03-31" });
  await publishNation(database.appUrl, { census: "2026-03-31", collectionOpen: true, more: 20 });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(
    `SELECT p.release, p.code, p.level, count(f.place)::int AS figures FROM published.place p
     LEFT JOIN published.figure f ON f.release = p.release AND f.place = p.code AND f.audience = 'public'
     GROUP BY p.release, p.code, p.level ORDER BY p.release DESC, p.code`,
  );
  await owner.end();
  places = rows;
});

afterAll(async () => {
  await endPools();
  await database?.drop();
});

test("the list of files is of every place above organisation that has figures, in every release, and of no other", async () => {
  const releases = (await readDataPage())?.value.releases ?? [];
  const listed = releases.flatMap(({ release, levels }) =>
    levels.flatMap(({ level, places: of }) => of.map(({ code }) => `r${release.number} ${level} ${code}`)),
  );
  const there = places
    .filter(({ level, figures }) => level !== "organisation" && figures > 0)
    .map(({ release, level, code }) => `r${release} ${level} ${code}`);
  expect(listed.toSorted()).toEqual(there.toSorted());
  expect(releases.map(({ release }) => release.number)).toEqual([2, 1]);
  // A nation in which nobody was asked is a place of the release, and has no file.
  expect(places.some(({ code, figures }) => code === "W92000004" && figures === 0)).toBe(true);
});

test("each file of the list is there, with every public figure of its place", async () => {
  const releases = (await readDataPage())?.value.releases ?? [];
  for (const { release, levels } of releases)
    for (const { code } of levels.flatMap((level) => level.places)) {
      const file = await readDataFile({ ...CSV, release: release.number, place: code });
      const rows = file.kind === "found" ? csvLines(String(file.body)) : [];
      expect({ release: release.number, code, rows: rows.length }).toEqual({
        release: release.number,
        code,
        rows: places.find((one) => one.release === release.number && one.code === code)?.figures,
      });
    }
});

test("the file of a place that closed says when it did and what followed it; of no place, only that", async () => {
  const sentence = async (place: string) => {
    const file = await readDataFile({ ...CSV, release: 2, place });
    return file.kind === "missing" ? file.sentence : file.kind;
  };
  expect(await sentence("QU9")).toMatch(
    /^Release 2 has no place with the code QU9\. It closed on 31 March 2026 and was followed by .+ \(S0E4D\)\.$/,
  );
  expect(await sentence("NOBODY")).toBe("Release 2 has no place with the code NOBODY.");
});
