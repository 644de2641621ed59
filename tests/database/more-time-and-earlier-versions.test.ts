import { afterEach, beforeEach, expect, test } from "vitest";
import { giveMoreTime } from "@/lib/services/collections/give-more-time";
import { closeCollection } from "@/lib/services/collections/open-collection";
import { watchCollection } from "@/lib/services/collections/watch-collection";
import { addPerson } from "@/lib/services/people/manage-people";
import { viewerOf } from "@/lib/services/people/sign-in";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { readReturn } from "@/lib/services/returns/read-return";
import { receivePart } from "@/lib/services/returns/receive-part";
import { removePart } from "@/lib/services/returns/remove-part";
import { restoreVersion } from "@/lib/services/returns/restore-version";
import { submitReturn } from "@/lib/services/returns/submit-return";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
beforeEach(async () => {
  at = await openCensus();
});
afterEach(() => at?.close());

const today = () => at.site.now().toISOString().slice(0, 10);
const view = async () => value(await readReturn(at.site, OPERATOR, { organisation, census }));
const other = () => at.workforce.replace("clinical_technologist", "manager");

async function approved(text: string): Promise<string> {
  const { partId } = value(await at.send(text));
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId, reason: "As it is." }));
  const { submission } = value(await submitReturn(at.site, OPERATOR, { organisation, census }));
  value(await approveReturn(at.site, OPERATOR, { organisation, submission }));
  return submission;
}

test("an organisation with more time answers after the closing, until its day and no longer", async () => {
  value(await closeCollection(at.site, OPERATOR, { census }));
  expect(codeOf(await at.send(at.workforce))).toBe("collection-closed");
  value(await giveMoreTime(at.site, OPERATOR, { census, organisation, until: today(), reason: "A flood." }));
  expect((await view()).collectionOpen).toBe(true);
  await approved(at.workforce);
  const later = { ...at.site, now: () => new Date(at.site.now().getTime() + 2 * 86_400_000) };
  const late = await removePart(later, OPERATOR, {
    organisation,
    census,
    part: "workforce",
    serviceUnit: "",
  });
  expect(codeOf(late)).toBe("collection-closed");
  expect(late.ok ? "" : late.problem.message).toMatch(/your extension ended on/);
});

test.each([
  ["a day that has passed", "2020-01-01", "A flood.", "until-out-of-range"],
  ["a day in another age", "2099-01-01", "A flood.", "until-out-of-range"],
  ["no day", "2026-02-30", "A flood.", "until-no-date"],
  ["no reason", null, "", "message-missing"],
])("%s is given to nobody", async (_, until, reason, code) => {
  const given = await giveMoreTime(at.site, OPERATOR, {
    census,
    organisation,
    until: until ?? today(),
    reason,
  });
  expect(codeOf(given)).toBe(code);
});

test("more time is for administrators to give", async () => {
  const { person } = value(
    await addPerson(at.site, OPERATOR, {
      email: "a@trust.example",
      name: "A",
      password: null,
      memberships: [{ role: "approver", organisation }],
    }),
  );
  const approver = await viewerOf(at.site, person);
  const given = await giveMoreTime(at.site, approver ?? { kind: "public" }, {
    census,
    organisation,
    until: today(),
    reason: "We are slow.",
  });
  expect(codeOf(given)).toBe("not-allowed");
});

test("those who watch see who is late, by the day that each was given", async () => {
  // By the site's own day: the database's is another as soon as the calendar has moved on.
  await at.asOwner((owner) =>
    owner.query("UPDATE reference.collection SET closes = $1::date - 10", [today()]),
  );
  const late = async () =>
    value(await watchCollection(at.site, OPERATOR, { census })).organisations[0]?.daysLate;
  expect(await late()).toBe(10);
  value(await giveMoreTime(at.site, OPERATOR, { census, organisation, until: today(), reason: "A flood." }));
  expect(await late()).toBe(0);
});

test("an earlier version is taken up in one step, and submitting makes a new version of the same files", async () => {
  const first = await approved(at.workforce);
  await approved(other());
  const before = await view();
  const { version, files } = value(
    await restoreVersion(at.site, OPERATOR, { organisation, submission: first, giveUpDraft: false }),
  );
  expect([version, files]).toEqual([1, 1]);
  const after = await view();
  expect(after.draft.map(({ id }) => id)).toEqual(before.submissions[1]?.parts.map(({ id }) => id));
  // Nothing of either version has changed, and the newer one still counts.
  expect(after.submissions).toEqual(before.submissions);
  const { submission } = value(await submitReturn(at.site, OPERATOR, { organisation, census }));
  value(await approveReturn(at.site, OPERATOR, { organisation, submission }));
  const [newest] = (await view()).submissions;
  expect(newest).toMatchObject({ version: 3, state: "approved" });
  expect(newest?.parts.map(({ sha256 }) => sha256)).toEqual(
    before.submissions[1]?.parts.map(({ sha256 }) => sha256),
  );
});

test("files that no version holds are given up only by saying so", async () => {
  const first = await approved(at.workforce);
  const { partId } = value(await at.send(other()));
  const restore = (giveUpDraft: boolean) =>
    restoreVersion(at.site, OPERATOR, { organisation, submission: first, giveUpDraft });
  expect(codeOf(await restore(false))).toBe("draft-would-be-lost");
  expect((await view()).draft.map(({ id }) => id)).toEqual([partId]);
  value(await restore(true));
  expect((await view()).draft.map(({ id }) => id)).not.toContain(partId);
});

test("a unit's submitter sends that unit's files, and submits nothing", async () => {
  const { person } = value(
    await addPerson(at.site, OPERATOR, {
      email: "renal@trust.example",
      name: "Renal",
      password: null,
      memberships: [{ role: "submitter", organisation, serviceUnit: "Renal" }],
    }),
  );
  const renal = (await viewerOf(at.site, person)) ?? { kind: "public" as const };
  const send = (serviceUnit: string) =>
    receivePart(at.site, renal, {
      organisation,
      census,
      part: "workforce",
      serviceUnit,
      fileName: "workforce.csv",
      source: (async function* () {
        yield Buffer.from(at.workforce);
      })(),
      declaredLength: null,
    });
  expect(codeOf(await send(""))).toBe("not-allowed");
  expect(codeOf(await send("Cardiology"))).toBe("not-allowed");
  value(await send("Renal"));
  // Written in another case it is the same unit's file, and takes the place of the first.
  value(await send(" RENAL "));
  expect((await view()).draft.map((part) => part.serviceUnit)).toEqual(["Renal"]);
  value(await at.send(at.workforce));
  const remove = (serviceUnit: string) =>
    removePart(at.site, renal, { organisation, census, part: "workforce", serviceUnit });
  expect(codeOf(await remove(""))).toBe("not-allowed");
  expect(codeOf(await submitReturn(at.site, renal, { organisation, census }))).toBe("not-allowed");
  value(await remove("Renal"));
});
