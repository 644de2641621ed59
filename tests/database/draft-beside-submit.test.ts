import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftMark } from "@/lib/returns/draft-mark";
import { acknowledge } from "@/lib/services/returns/acknowledge-warning";
import { readReturn } from "@/lib/services/returns/read-return";
import { removePart } from "@/lib/services/returns/remove-part";
import { submitReturn } from "@/lib/services/returns/submit-return";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
  warned,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";
import { until } from "../support/until";

let at: OpenCensus;
/** Stands where a submit stands: it holds the return's lock. */
let submitting: Client;
beforeAll(async () => {
  at = await openCensus();
  submitting = new Client({ connectionString: at.database.ownerUrl });
  await submitting.connect();
});
afterAll(async () => {
  await submitting?.end();
  await at?.close();
});

const waits = async () => {
  const { rows } = await submitting.query(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  return rows.length > 0;
};

test("whoever sends, takes out or explains a file waits for a submit that is under way", async () => {
  const { partId } = value(await at.send(warned(at.workforce)));
  const [code = ""] = (
    value(await readReturn(at.site, OPERATOR, { organisation, census })).draft[0]?.counts ?? []
  )
    .filter(({ severity }) => severity === "warning")
    .map((one) => one.code);
  const changes: [string, () => Promise<unknown>][] = [
    ["explains", () => acknowledge(at.site, OPERATOR, { organisation, partId, code, reason: "They are." })],
    ["sends", () => at.send(at.workforce)],
    [
      "takes out",
      () => removePart(at.site, OPERATOR, { organisation, census, part: "workforce", serviceUnit: "" }),
    ],
  ];
  for (const [what, change] of changes) {
    await submitting.query("BEGIN");
    await submitting.query("SELECT pg_advisory_xact_lock(hashtext('return'), hashtext($1))", [
      `${census} ${organisation}`,
    ]);
    let done = false;
    const changing = change().finally(() => {
      done = true;
    });
    await until(waits);
    expect(done, what).toBe(false);
    await submitting.query("COMMIT");
    expect(await changing, what).toMatchObject({ ok: true });
  }
});

test("a submit of other files than were shown is refused, and one of those shown is taken", async () => {
  value(await at.send(at.workforce));
  const { draft } = value(await readReturn(at.site, OPERATOR, { organisation, census }));
  const shown = draftMark(draft);
  value(await at.send(at.workforce, { serviceUnit: "Renal" }));
  expect(codeOf(await submitReturn(at.site, OPERATOR, { organisation, census, shown }))).toBe(
    "draft-changed",
  );
  value(
    await removePart(at.site, OPERATOR, { organisation, census, part: "workforce", serviceUnit: "Renal" }),
  );
  expect(codeOf(await submitReturn(at.site, OPERATOR, { organisation, census, shown }))).toBe("ok");
});
