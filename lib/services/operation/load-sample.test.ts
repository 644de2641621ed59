import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import { latestRelease } from "@/lib/published/release";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { nation } from "@/lib/sample/nation/nation";
import { listCollections } from "@/lib/services/collections/open-collection";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { committedText } from "@/tests/support/committed-tables";
import { OPERATOR, type ServiceSite, serviceSite, value } from "@/tests/support/service-site";
import { loadNewestOfSample, loadSampleIfEmpty, type RestOfSample } from "./load-sample";
import { type AnswerToLoad, sampleToLoad } from "./sample-to-load";
import { sendReturn } from "./send-return";

const project = process.cwd();
/**
 * With a host (ZS011) and the one it serves (ZS015), one whose units send files of their own (ZS021), and two years: the
 * second is still open.
 */
const size = { organisations: 21, collections: 2 };
const [EARLIER, NEWEST] = ["2025-03-31", "2026-03-31"] as const;

let at: ServiceSite;
let said: string[] = [];
let rest: RestOfSample | null = null;
const say = (line: string) => said.push(line);
const rows = <R extends Record<string, unknown>>(sql: string): Promise<R[]> =>
  inTransaction(at.site.pool, { role: "muster_build" }, (reader) => reader.rows<R>(sql));
const published = () =>
  rows(`SELECT number, census::text, status, collection_open AS open FROM published.release ORDER BY number`);
const valueAt = async (release: number, place: string, measure: string) =>
  (
    await rows<{ value: number | null }>(
      `SELECT value::float FROM published.figure WHERE release = ${release} AND place = '${place}'
         AND measure = '${measure}' AND dimension = 'all'`,
    )
  )[0]?.value;
const count = async (sql: string) =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

beforeAll(async () => {
  at = await serviceSite();
}, 300_000);
afterAll(() => at?.close());

describe("a first run", () => {
  it("stops between two returns when it is interrupted, and publishes nothing of what is half there", async () => {
    const interruption = new AbortController();
    const site = at.site;
    let seen = 0;
    const pool = new Proxy(site.pool, {
      get(target, name) {
        // Asked for in the middle of the first returns.
        if (name === "connect" && ++seen === 40) interruption.abort();
        const found = Reflect.get(target, name);
        return typeof found === "function" ? found.bind(target) : found;
      },
    });
    await loadSampleIfEmpty({
      project,
      size,
      say,
      site: { ...site, pool },
      signal: interruption.signal,
    });
    expect(await count("intake.submission")).toBeGreaterThan(0);
    expect(await count("intake.submission")).toBeLessThan(18);
    expect(await count("published.release")).toBe(0);
    expect(said.some((line) => line.startsWith("Published"))).toBe(false);
  }, 300_000);

  it("is taken up where it stopped, also between a return's submission and its approval; the newest is up first", async () => {
    const newest = (await sampleToLoad(project, size)).collections.at(-1);
    const last = newest?.answers.findLast(({ kind }) => kind === "files") as AnswerToLoad;
    const submission = await sendReturn(at.site, OPERATOR, NEWEST, last);
    expect(await rows(`SELECT state FROM intake.submission WHERE id = '${submission}'`)).toEqual([
      { state: "submitted" },
    ]);
    const before = await rows("SELECT id FROM intake.submission");
    said = [];
    rest = await loadNewestOfSample({ project, size, say, site: at.site });
    expect(said.filter((line) => line.startsWith("Published"))).toEqual([
      `Published ${NEWEST}, as release 1.`,
    ]);
    expect(said.join("\n")).toMatch(/21 fictional organisations; 2 collections: 2025-03-31 \(closed\), 2026/);
    expect((await listCollections(at.site)).map(({ census }) => census)).toEqual([NEWEST]);
    expect(await published()).toEqual([{ number: 1, census: NEWEST, status: "published", open: true }]);
    // What rests on the year before is not there yet, and says nothing.
    expect(await valueAt(1, "QKK", "censuses-pooled")).toBe(1);
    const after = (await rows<{ id: string }>("SELECT id FROM intake.submission")).map(({ id }) => id);
    for (const { id } of before) expect(after).toContain(id);
  }, 300_000);

  it("loads the earlier ones while the newest is up, interrupted and taken up, and publishes the newest again with them", async () => {
    const interruption = new AbortController();
    said = [];
    await loadSampleIfEmpty({
      project,
      size,
      site: at.site,
      say(line) {
        said.push(line);
        // The earlier one is up, and the newest not again.
        if (line.startsWith(`Published ${EARLIER}`)) interruption.abort();
      },
      signal: interruption.signal,
    });
    expect(await published()).toEqual([
      { number: 1, census: NEWEST, status: "published", open: true },
      { number: 2, census: EARLIER, status: "published", open: false },
    ]);
    await rest?.load();
    expect(await published()).toEqual([
      { number: 1, census: NEWEST, status: "corrected", open: true },
      { number: 2, census: EARLIER, status: "published", open: false },
      { number: 3, census: NEWEST, status: "published", open: true },
    ]);
    expect(await valueAt(3, "QKK", "censuses-pooled")).toBe(2);
    expect(await valueAt(3, "K02000001", "organisations-with-keys")).toBeGreaterThan(0);
    expect(
      latestRelease(await inTransaction(at.site.pool, { role: "muster_public" }, releases))?.number,
    ).toBe(3);
  }, 300_000);

  it("has stored every file of every answer, each row of it, and no answer twice", async () => {
    const facts = value(readCategoryFacts(committedText("categories.csv")));
    for (const { census, returns } of nation({ categories: facts, ...size }).collections) {
      const expected = returns.flatMap((one) => {
        const { code } = one.organisation;
        if (one.state === "not_returned") return [];
        if (one.state === "nil") return [`${code} nil ${one.reason} ${one.servedBy ?? "-"}`];
        return one.files().map(({ part, serviceUnit, text }) => {
          const lines = text.trimEnd().split("\n").length - 1;
          return `${code} ${part} ${serviceUnit} ${lines}`;
        });
      });
      const stored = await rows<{ what: string }>(
        `SELECT CASE s.kind WHEN 'nil' THEN concat_ws(' ', s.organisation, 'nil', s.nil_reason, coalesce(s.served_by, '-'))
           ELSE concat_ws(' ', s.organisation, p.part, p.service_unit, p.rows) END AS what
         FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
         LEFT JOIN intake.submission_part sp ON sp.submission_id = s.id LEFT JOIN intake.part p ON p.id = sp.part_id
         WHERE r.census = '${census}' AND s.state = 'approved'`,
      );
      expect(stored.map(({ what }) => what).sort()).toEqual(expected.sort());
      const parts = ["workforce", "devices", "assets", "activities", "flows", "profile"];
      for (const part of parts) {
        const told = await rows<{ n: string | null }>(
          `SELECT sum(p.rows) AS n FROM intake.part p JOIN intake.return r ON r.id = p.return_id
           WHERE p.part = '${part}' AND r.census = '${census}'`,
        );
        expect(
          await count(
            `intake.${part}_row x JOIN intake.part p ON p.id = x.part_id JOIN intake.return r ON r.id = p.return_id
             WHERE r.census = '${census}'`,
          ),
        ).toBe(Number(told[0]?.n ?? 0));
      }
    }
  }, 300_000);

  it("sends an organisation's profile before its other files, which it tells whom they may speak for", async () => {
    const late = await rows(
      `SELECT profile.return_id FROM intake.part profile JOIN intake.part other USING (return_id)
       WHERE profile.part = 'profile' AND other.part <> 'profile' AND other.received_at < profile.received_at`,
    );
    expect(await count("intake.part WHERE part = 'profile'")).toBeGreaterThan(0);
    expect(late).toEqual([]);
  });

  it("closes the earlier collections and leaves the last one open", async () => {
    expect((await listCollections(at.site)).map(({ census, status }) => [census, status])).toEqual([
      [NEWEST, "open"],
      [EARLIER, "closed"],
    ]);
  });

  it("has the files of each unit apart where units send their own", async () => {
    const units = await rows<{ unit: string }>(
      `SELECT DISTINCT p.service_unit AS unit FROM intake.part p JOIN intake.return r ON r.id = p.return_id
       WHERE p.organisation = 'ZS021' AND r.census = '${NEWEST}' AND p.part = 'workforce' ORDER BY 1`,
    );
    expect(units.map(({ unit }) => unit)).toEqual([
      "Medical equipment management",
      "Rehabilitation engineering",
      "Renal technology",
    ]);
  });

  it("counts those who answered, those without engineers of their own and those who are missing", async () => {
    const responses = await rows<{ code: string; response: string }>(
      `SELECT p.code, p.response FROM published.place p JOIN published.release r ON r.number = p.release
       WHERE r.number = 3 AND p.level = 'organisation' ORDER BY p.code`,
    );
    const of = (response: string) =>
      responses.filter((each) => each.response === response).map(({ code }) => code);
    expect(of("served:ZS011")).toEqual(["ZS015"]);
    expect(of("not_returned")).toEqual(["ZS007"]);
    expect(responses).toHaveLength(21);
  });

  it("lets a host speak for the one it serves: those devices are the owner's", async () => {
    const owners = await rows<{ owner: string; sender: string }>(
      `SELECT DISTINCT owner_organisation_code AS owner, sender FROM intake.devices_row WHERE owner_organisation_code IS NOT NULL`,
    );
    expect(owners).toEqual([{ owner: "ZS015", sender: "ZS011" }]);
  });

  it("is found loaded by every later start, which says nothing", async () => {
    said = [];
    expect(await loadNewestOfSample({ project, size, say, site: at.site })).toBeNull();
    expect(said).toEqual([]);
  });

  it("is not built again because an administrator publishes more of an earlier census", async () => {
    const { release } = value(await buildReleaseOf(at.site, OPERATOR, { census: EARLIER }));
    value(await publishRelease(at.site, OPERATOR, { number: release }));
    expect(release).toBe(4);
    expect(await loadNewestOfSample({ project, size, say, site: at.site })).toBeNull();
  });
});
