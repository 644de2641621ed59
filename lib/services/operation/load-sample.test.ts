import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/transaction";
import { readCategoryFacts } from "@/lib/sample/nation/category-facts";
import { nation } from "@/lib/sample/nation/nation";
import { listCollections } from "@/lib/services/collections/open-collection";
import { committedText } from "@/tests/support/committed-tables";
import { OPERATOR, type ServiceSite, serviceSite, value } from "@/tests/support/service-site";
import { loadSampleIfEmpty } from "./load-sample";
import { type AnswerToLoad, sampleToLoad } from "./sample-to-load";
import { sendReturn } from "./send-return";

const project = process.cwd();
/** With a host (ZS011) and the one it serves (ZS015), services in units, and two years: the second is still open. */
const size = { organisations: 16, collections: 2 };
const CENSUSES = ["2025-03-31", "2026-03-31"];

let at: ServiceSite;
let said: string[] = [];
const say = (line: string) => said.push(line);
const rows = <R extends Record<string, unknown>>(sql: string): Promise<R[]> =>
  inTransaction(at.site.pool, { role: "muster_build" }, (reader) => reader.rows<R>(sql));
const count = async (sql: string) =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

beforeAll(async () => {
  at = await serviceSite();
}, 300_000);
afterAll(() => at?.close());

describe("a first run that asks for the whole nation", () => {
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
      asked: "nation",
      size,
      say,
      site: { ...site, pool },
      signal: interruption.signal,
    });
    expect(await count("intake.submission")).toBeGreaterThan(0);
    expect(await count("intake.submission")).toBeLessThan(14);
    expect(await count("published.release")).toBe(0);
    expect(said.some((line) => line.startsWith("Published"))).toBe(false);
  }, 300_000);

  it("is taken up where it stopped, also between a return's submission and its approval", async () => {
    const [first] = (await sampleToLoad(project, "nation", size)).collections;
    const last = first?.answers.findLast(({ kind }) => kind === "files") as AnswerToLoad;
    const submission = await sendReturn(at.site, OPERATOR, CENSUSES[0] as string, last);
    expect(await rows(`SELECT state FROM intake.submission WHERE id = '${submission}'`)).toEqual([
      { state: "submitted" },
    ]);
    const before = await rows("SELECT id FROM intake.submission");
    said = [];
    await loadSampleIfEmpty({ project, asked: "nation", size, say, site: at.site });
    expect(said.filter((line) => line.startsWith("Published"))).toEqual(
      CENSUSES.map((census) => `Published ${census}.`),
    );
    const after = (await rows<{ id: string }>("SELECT id FROM intake.submission")).map(({ id }) => id);
    for (const { id } of before) expect(after).toContain(id);
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

  it("closes the earlier collections, leaves the last one open, and publishes each", async () => {
    expect((await listCollections(at.site)).map(({ census, status }) => [census, status])).toEqual([
      ["2026-03-31", "open"],
      ["2025-03-31", "closed"],
    ]);
    expect(
      await rows(
        `SELECT census::text, status, collection_open AS open FROM published.release ORDER BY number`,
      ),
    ).toEqual([
      { census: "2025-03-31", status: "published", open: false },
      { census: "2026-03-31", status: "published", open: true },
    ]);
  });

  it("counts those who answered, those without engineers of their own and those who are missing", async () => {
    const responses = await rows<{ code: string; response: string }>(
      `SELECT p.code, p.response FROM published.place p JOIN published.release r ON r.number = p.release
       WHERE r.census = '2026-03-31' AND p.level = 'organisation' ORDER BY p.code`,
    );
    const of = (response: string) =>
      responses.filter((each) => each.response === response).map(({ code }) => code);
    expect(of("served")).toEqual(["ZS015"]);
    expect(of("not_returned")).toEqual(["ZS007"]);
    expect(responses).toHaveLength(16);
  });

  it("lets a host speak for the one it serves: those devices are the owner's", async () => {
    const owners = await rows<{ owner: string; sender: string }>(
      `SELECT DISTINCT owner_organisation_code AS owner, sender FROM intake.devices_row WHERE owner_organisation_code IS NOT NULL`,
    );
    expect(owners).toEqual([{ owner: "ZS015", sender: "ZS011" }]);
  });

  it("is found loaded by every later start, which says nothing", async () => {
    said = [];
    await loadSampleIfEmpty({ project, asked: "nation", size, say, site: at.site });
    expect(said).toEqual([]);
  });
});
