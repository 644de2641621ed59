import { afterAll, beforeAll, expect, test } from "vitest";
import { OWN_TABLE_BYTES } from "@/db/declared-tables";
import { lockCollection } from "@/db/queries/locks";
import { inTransaction } from "@/db/transaction";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { declareNil, submitReturn } from "@/lib/services/returns/submit-return";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";
import { until } from "../support/until";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

const waiting = () =>
  at.asOwner(
    async (owner) =>
      (
        await owner.query(
          "SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
      ).rows[0].count,
  );

const setStatus = (status: "open" | "closed") =>
  inTransaction(at.site.pool, { role: "muster_operator" }, async (closing) => {
    await lockCollection(closing, census, "alone");
    await closing.rows("UPDATE reference.collection SET status = $2 WHERE census = $1", [census, status]);
  });

test("closing does not wait for a large file's rows that are being loaded, and what was loaded is refused at its end", async () => {
  let sent: ReturnType<typeof at.send> | undefined;
  await at.asOwner(async (owner) => {
    // The upload comes as far as the table of its rows, and no further until this ends.
    await owner.query("BEGIN; LOCK TABLE intake.workforce_row IN ACCESS EXCLUSIVE MODE");
    sent = at.send(`${at.workforce}${"\n".repeat(OWN_TABLE_BYTES)}`, { serviceUnit: "slow" });
    await until(
      async () =>
        (
          await owner.query(
            "SELECT FROM pg_locks WHERE NOT granted AND relation = 'intake.workforce_row'::regclass",
          )
        ).rows.length > 0,
    );
    await setStatus("closed");
    await owner.query("COMMIT");
  }, organisation);
  expect(codeOf(await (sent as ReturnType<typeof at.send>))).toBe("collection-closed");
  await setStatus("open");
});

test("nothing is received, submitted, declared or approved of a collection that is being closed", async () => {
  const { partId } = value(await at.send(at.workforce));
  value(await acknowledgeAll(at.site, OPERATOR, { organisation, partId, reason: "As it is." }));
  const { submission } = value(await submitReturn(at.site, OPERATOR, { organisation, census }));
  const deeds = await inTransaction(at.site.pool, { role: "muster_operator" }, async (closing) => {
    await lockCollection(closing, census, "alone");
    await closing.rows("UPDATE reference.collection SET status = 'closed' WHERE census = $1", [census]);
    const begun = [
      at.send(at.workforce, { serviceUnit: "late" }),
      submitReturn(at.site, OPERATOR, { organisation, census }),
      declareNil(at.site, OPERATOR, { organisation, census, reason: "none", servedBy: null }),
      approveReturn(at.site, OPERATOR, { organisation, submission }),
    ];
    // All four have come as far as the collection, and wait to be told whether it is open.
    await until(async () => (await waiting()) === begun.length);
    return { begun };
  });
  expect((await Promise.all<Parameters<typeof codeOf>[0]>(deeds.begun)).map(codeOf)).toEqual(
    Array(4).fill("collection-closed"),
  );
});
