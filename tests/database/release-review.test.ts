import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import { readAudit } from "@/lib/services/audit/read-audit";
import { addPerson } from "@/lib/services/people/manage-people";
import { viewerOf } from "@/lib/services/people/sign-in";
import { closeQuery } from "@/lib/services/queries/answer-query";
import { askAboutReturn } from "@/lib/services/queries/ask-about-return";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { readReview } from "@/lib/services/releases/read-review";
import { passPoint, sendBackRelease, sendForReview } from "@/lib/services/releases/review-release";
import { withdrawRelease } from "@/lib/services/releases/withdraw-release";
import { filesFor } from "../support/sample-nation";
import { sendReturn } from "../support/send-return";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const CENSUS = "2026-03-31";
const LATE = "ZS001";

let at: ServiceSite;
let first: Viewer;
let second: Viewer;
let release: number;
/** The one that the operator publishes after it. */
let latest: number;

const administrator = async (name: string): Promise<Viewer> => {
  const { person } = value(
    await addPerson(at.site, OPERATOR, {
      email: `${name}@muster.example`,
      name,
      password: null,
      memberships: [{ role: "administrator", organisation: null }],
    }),
  );
  return (await viewerOf(at.site, person)) as Viewer;
};

const review = async (viewer: Viewer, number = release) =>
  value(await readReview(at.site, viewer, { number }));
const left = async (viewer: Viewer) =>
  (await review(viewer)).checklist.filter(({ state }) => state !== "done").map(({ code }) => code);
const publish = (viewer: Viewer) => publishRelease(at.site, viewer, { number: release });
/** Who of the two was told what. */
const mails = () =>
  inTransaction(at.site.pool, { role: "muster_operator" }, (reader) =>
    reader.rows<{ to: string; subject: string }>(
      `SELECT data->>'to' AS "to", data->>'subject' AS subject FROM job.job
       WHERE name = 'mail' AND data->>'to' LIKE '%@muster.example' ORDER BY created_on`,
    ),
  );
const seenBy = (role: "muster_public" | "muster_member", number: number) =>
  inTransaction(at.site.pool, { role }, (reader) =>
    reader.rows<{ id: string }>("SELECT cell_id AS id FROM published.figure WHERE release = $1 LIMIT 1", [
      number,
    ]),
  );

beforeAll(async () => {
  at = await serviceSite("sample");
  first = await administrator("one");
  second = await administrator("two");
  // A correction of the published census: one trust sends other files.
  await sendReturn(
    at.site,
    LATE,
    CENSUS,
    filesFor(LATE, CENSUS).map((file) =>
      file.part === "workforce"
        ? { ...file, text: file.text.replaceAll("clinical_technologist", "clinical_scientist") }
        : file,
    ),
  );
  ({ release } = value(await buildReleaseOf(at.site, first, { census: CENSUS })));
});
afterAll(() => at.close());

test("a built release says what is left to do, and for whom", async () => {
  expect(await left(first)).toEqual(["second-person-needed", "about-missing", "changes-unread"]);
  expect(await left(second)).toEqual(["about-missing", "changes-unread"]);
  expect(codeOf(await publish(second))).toBe("about-missing");
});

test("what it may say of itself counts the answers that moved, and names nobody", async () => {
  const { suggestedAbout, before } = await review(first);
  expect(suggestedAbout).toMatch(
    new RegExp(
      `^Corrects release ${before?.number} of the census of 31 March 2026: 1 answer came in or changed since\\. \\d+ of \\d+ organisations answered\\.$`,
    ),
  );
  expect(suggestedAbout).not.toContain(LATE);
});

test("what changed is told figure by figure: as the two releases have it, and nothing that they have alike", async () => {
  const { difference, before } = await review(second);
  const differing = await inTransaction(at.site.pool, { role: "muster_operator" }, (reader) =>
    reader.rows<{ id: string }>(
      `SELECT coalesce(a.cell_id, b.cell_id) AS id FROM (SELECT * FROM published.figure WHERE release = $1) a
       FULL JOIN (SELECT * FROM published.figure WHERE release = $2) b USING (cell_id)
       WHERE (a.value, a.symbol, a.low, a.high) IS DISTINCT FROM (b.value, b.symbol, b.low, b.high) OR a.cell_id IS NULL
         OR b.cell_id IS NULL`,
      [before?.number, release],
    ),
  );
  expect(differing.length).toBeGreaterThan(0);
  expect(difference?.figures.map(({ now, before: then }) => (now ?? then)?.cellId).sort()).toEqual(
    differing.map(({ id }) => id).sort(),
  );
  const counted = difference?.measures.reduce((sum, one) => sum + one.changed + one.added + one.gone, 0);
  expect(counted).toBe(differing.length);
});

test("sent for review it stays where a newer build would have taken its place, and the others are told", async () => {
  expect(codeOf(await sendForReview(at.site, first, { number: release, about: " " }))).toBe(
    "message-missing",
  );
  expect(
    codeOf(await sendForReview(at.site, first, { number: release, about: "Ask jo.bloggs@trust.example." })),
  ).toBe("personal-data");
  value(await sendForReview(at.site, first, { number: release, about: "A late return is counted." }));
  expect((await review(first)).release).toMatchObject({
    status: "in_review",
    about: "A late return is counted.",
  });
  expect(await mails()).toEqual([
    { to: "two@muster.example", subject: `Muster: release ${release} waits for your review` },
  ]);
  const newer = value(await buildReleaseOf(at.site, second, { census: CENSUS }));
  expect(newer.release).not.toBe(release);
  expect((await review(first)).release.status).toBe("in_review");
});

test("it is sent back with a reason, and sent again", async () => {
  value(await sendBackRelease(at.site, second, { number: release, reason: "Say which census it is of." }));
  const sentBack = await review(first);
  expect(sentBack.release.status).toBe("built");
  expect(sentBack.sentBack.map(({ words }) => words)).toEqual(["Say which census it is of."]);
  expect(codeOf(await sendBackRelease(at.site, second, { number: release, reason: "Twice." }))).toBe(
    "not-in-review",
  );
  value(await sendForReview(at.site, first, { number: release, about: "A late return of 2026 is counted." }));
});

test("an open question and unread changes are for who publishes to settle, each for themselves", async () => {
  const { query } = value(
    await askAboutReturn(at.site, OPERATOR, {
      organisation: "ZS004",
      census: CENSUS,
      text: "Is this so?",
      about: { code: null, part: null, serviceUnit: null, line: null, column: null, value: null },
    }),
  );
  expect(await left(second)).toEqual(["queries-open", "changes-unread"]);
  expect(codeOf(await publish(second))).toBe("queries-open");
  value(
    await passPoint(at.site, first, {
      number: release,
      item: "queries-open",
      reason: "It is about devices.",
    }),
  );
  expect(await left(second)).toContain("queries-open");
  expect(
    codeOf(await passPoint(at.site, second, { number: release, item: "queries-open", reason: "" })),
  ).toBe("message-missing");
  value(
    await passPoint(at.site, second, {
      number: release,
      item: "queries-open",
      reason: "It is about devices.",
    }),
  );
  expect(await left(second)).toEqual(["changes-unread"]);
  value(await closeQuery(at.site, OPERATOR, { organisation: "ZS004", query, side: "administrator" }));
  expect(codeOf(await publish(second))).toBe("changes-unread");
  value(await passPoint(at.site, second, { number: release, item: "changes-unread", reason: "" }));
  expect(await left(second)).toEqual([]);
});

test("it is published, and what it says of itself never changes", async () => {
  const { before } = await review(second);
  value(await publish(second));
  expect((await review(second)).release).toMatchObject({ status: "published", replaces: before?.number });
  expect(codeOf(await publish(second))).toBe("not-waiting");
  expect(codeOf(await sendForReview(at.site, first, { number: release, about: "Something else." }))).toBe(
    "not-waiting",
  );
  await expect(
    at.asOwner((owner) =>
      owner.query("UPDATE published.release SET about = 'Else.' WHERE number = $1", [release]),
    ),
  ).rejects.toThrow(/never change/);
});

test("the operator passes over what people read, and the audit says so", async () => {
  await sendReturn(at.site, LATE, CENSUS, filesFor(LATE, CENSUS));
  ({ release: latest } = value(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS })));
  value(await publishRelease(at.site, OPERATOR, { number: latest }));
  const { release: published } = await review(first, latest);
  expect(published.about).toMatch(/^Corrects release \d+ of the census/);
  const [event] = value(await readAudit(at.site, OPERATOR, { organisation: null, limit: 1 }));
  expect(event).toMatchObject({
    verb: "release.published",
    detail: { passedOver: ["about-missing", "changes-unread"] },
  });
});

test("withdrawn, with why, nobody sees its figures: at once, and for good", async () => {
  const published = (await review(second)).release.replaces ?? 0;
  expect(await seenBy("muster_member", latest)).toHaveLength(1);
  expect(codeOf(await withdrawRelease(at.site, first, { number: latest, reason: "" }))).toBe(
    "message-missing",
  );
  value(await withdrawRelease(at.site, first, { number: latest, reason: "A file was of another trust." }));
  expect(await seenBy("muster_member", latest)).toEqual([]);
  expect(await seenBy("muster_public", latest)).toEqual([]);
  expect((await review(first, latest)).release).toMatchObject({
    status: "withdrawn",
    note: "A file was of another trust.",
  });
  expect(codeOf(await withdrawRelease(at.site, first, { number: latest, reason: "Again." }))).toBe(
    "not-published",
  );
  expect((await mails()).at(-1)).toEqual({
    to: "two@muster.example",
    subject: `Muster: release ${latest} has been withdrawn`,
  });
  // What it corrected stays as it was, to be cited; what was before it too.
  expect((await review(first, published)).release.status).toBe("corrected");
  await expect(
    at.asOwner((owner) =>
      owner.query("UPDATE published.release SET note = 'Else.' WHERE number = $1", [latest]),
    ),
  ).rejects.toThrow(/never changes/);
  // The next build of the census corrects nothing: nothing of it is published.
  const next = value(await buildReleaseOf(at.site, first, { census: CENSUS }));
  expect((await review(second, next.release)).release.replaces).toBeNull();
});
