import { afterAll, beforeAll, expect, test } from "vitest";
import { declaredRows } from "@/db/queries/declared-rows";
import { submissionParts } from "@/db/queries/parts";
import { returnId } from "@/db/queries/returns";
import { staySums } from "@/db/queries/stay-sums";
import { submissionsOf } from "@/db/queries/submissions";
import { inTransaction } from "@/db/transaction";
import { knownMeasure } from "@/lib/measures/catalogue";
import { linkPeople } from "@/lib/returns/link-staff";
import { WORKFORCE, type WorkforceRow } from "@/lib/returns/parts/workforce";
import { readPreview } from "@/lib/services/returns/preview";
import { sinceLastYear } from "@/lib/services/returns/since-last-year";
import { own } from "@/lib/services/standing";
import { collectionAt, EARLIER, NEWEST } from "../support/sample-nation";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

let at: ServiceSite;
beforeAll(async () => {
  at = await serviceSite("sample");
});
afterAll(() => at?.close());

const returned = (census: string) =>
  new Set(
    collectionAt(census)
      .returns.filter(({ state }) => state === "returned")
      .map(({ organisation }) => organisation.code),
  );
const BOTH = [...returned(NEWEST)].filter((code) => returned(EARLIER).has(code));

const approvedWorkforce = (organisation: string, census: string) =>
  inTransaction(at.site.pool, own(organisation), async (reader) => {
    const id = (await returnId(reader, census, organisation)) as string;
    const approved = (await submissionsOf(reader, id)).find(({ state }) => state === "approved");
    const parts = approved ? await submissionParts(reader, approved.id) : [];
    const files = parts.filter(({ part }) => part === "workforce");
    const ids = files.map(({ id }) => id);
    return { files, ids, lines: (await declaredRows(reader, WORKFORCE, ids)) as unknown as WorkforceRow[] };
  });

test("who stayed by the linking is who stayed in a release, wherever everybody has a key", async () => {
  let [compared, left] = [0, 0];
  for (const organisation of BOTH) {
    const [before, now] = [
      await approvedWorkforce(organisation, EARLIER),
      await approvedWorkforce(organisation, NEWEST),
    ];
    const stays = await inTransaction(at.site.pool, own(organisation), (reader) =>
      staySums(reader, { now: now.ids, before: before.ids }),
    );
    for (const { organisation: employer, before: people, stayed } of stays) {
      const of = (lines: readonly WorkforceRow[]) =>
        lines.filter((line) => (line.employer_organisation_code ?? line.organisation_code) === employer);
      const linked = linkPeople(of(before.lines), of(now.lines));
      expect([linked.before, linked.stayed, linked.leavers]).toEqual([people, stayed, people - stayed]);
      compared++;
      left += linked.leavers;
    }
  }
  expect(compared).toBeGreaterThan(5);
  expect(left).toBeGreaterThan(5);
});

test("people whose keys another key made are not linked, and are told apart from those who have none", async () => {
  const organisation = BOTH[0] as string;
  const parts = async (census: string, keyFingerprint: string | null) => {
    const { files } = await approvedWorkforce(organisation, census);
    return files.map((file) => ({ ...file, keyFingerprint }));
  };
  const between = async (now: string | null, before: string | null) => {
    const [here, there] = [await parts(NEWEST, now), await parts(EARLIER, before)];
    return inTransaction(at.site.pool, own(organisation), (reader) => sinceLastYear(reader, here, there));
  };
  const same = await between("kf1_a", "kf1_a");
  expect(same.otherKeys).toEqual({ before: 0, now: 0 });
  expect(same.people.stayed).toBeGreaterThan(0);
  const other = await between("kf1_b", "kf1_a");
  expect(other.otherKeys).toEqual({ before: same.people.before, now: same.people.now });
  expect(other.people).toMatchObject({ before: 0, now: 0, joiners: 0, leavers: 0 });
  expect(other.people.notLinkedNow).toBe(same.people.notLinkedNow);
  expect(other.posts).toEqual(same.posts);
  expect((await between("kf1_b", null)).people).toEqual(same.people);
});

test("every bridge leads from last year's own figure to this year's", async () => {
  let [posts, devices] = [0, 0];
  for (const organisation of BOTH.slice(0, 25)) {
    const { now, before, since } = value(
      await readPreview(at.site, OPERATOR, { organisation, census: NEWEST }),
    );
    const stage = before?.stage;
    if (!since || !now || !stage) continue;
    const of = (from: typeof now, measure: string) =>
      from.values.find((one) => one.measure === knownMeasure(measure))?.value ?? null;
    if (since.establishment && of(now, "establishment") !== null && of(stage, "establishment") !== null) {
      expect(since.establishment.end, organisation).toBeCloseTo(of(now, "establishment") ?? 0, 5);
      expect(since.establishment.start, organisation).toBeCloseTo(of(stage, "establishment") ?? 0, 5);
      expect(since.inPost?.end, organisation).toBeCloseTo(of(now, "in-post") ?? 0, 5);
      expect(since.inPost?.start, organisation).toBeCloseTo(of(stage, "in-post") ?? 0, 5);
      posts++;
    }
    if (since.devices) {
      expect(since.devices.end, organisation).toBe(of(now, "devices"));
      expect(since.devices.start, organisation).toBe(of(stage, "devices"));
      devices++;
    }
  }
  expect(posts).toBeGreaterThan(3);
  expect(devices).toBeGreaterThan(3);
});
