import { afterAll, beforeAll, expect, test } from "vitest";
import { ledger, writeLedger } from "@/db/queries/ledger";
import { inTransaction } from "@/db/transaction";
import type { LedgerEntry } from "@/lib/disclosure/ledger";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { listReleases, publishRelease } from "@/lib/services/releases/publish-release";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const CENSUS = "2026-03-31";
const EARLIER = "2025-03-31";

let at: ServiceSite;
beforeAll(async () => {
  at = await serviceSite("sample");
});
afterAll(() => at?.close());

/** The sample's collection, were it of real organisations. */
const asReal = (census: string) =>
  at.asOwner((owner) =>
    owner.query("UPDATE reference.collection SET synthetic = false WHERE census = $1", [census]),
  );

test("real figures are never rounded with the public key", async () => {
  await asReal(CENSUS);
  expect(codeOf(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS }))).toBe("demo-key");
});

test("nothing real is published while there is no attack, whoever asks", async () => {
  await asReal(CENSUS);
  const site = { ...at.site, disclosureKey: () => new Uint8Array(32).fill(7) };
  const { release } = value(await buildReleaseOf(site, OPERATOR, { census: CENSUS }));
  const refused = await publishRelease(site, OPERATOR, { number: release });
  expect(codeOf(refused)).toBe("not-attacked");
  const listed = value(await listReleases(site, OPERATOR)).find((one) => one.release.number === release);
  expect(listed?.obstacle?.code).toBe("not-attacked");
  const seen = await inTransaction(at.site.pool, { role: "muster_member" }, (reader) =>
    reader.rows("SELECT 1 FROM published.figure WHERE release = $1", [release]),
  );
  expect(seen).toEqual([]);
}, 120_000);

test("a cell is withheld for one census, for good, and its draws are for every one and never go back", async () => {
  const ident = "staff|ZS001|role:manager";
  const entry = (change: Partial<LedgerEntry>): LedgerEntry => ({
    ident,
    draws: 0,
    withheld: false,
    firstRelease: 1,
    ...change,
  });
  const write = (census: string, given: LedgerEntry) =>
    inTransaction(at.site.pool, { role: "muster_build" }, (transaction) =>
      writeLedger(transaction, census, [given]),
    );
  const read = (census: string) =>
    inTransaction(at.site.pool, { role: "muster_build" }, async (reader) => {
      const found = (await ledger(reader, census)).find((one) => one.ident === ident);
      return [found?.draws, found?.withheld];
    });
  await write(CENSUS, entry({ draws: 2, withheld: true }));
  expect(await read(CENSUS)).toEqual([2, true]);
  expect(await read(EARLIER)).toEqual([2, false]);
  await write(CENSUS, entry({ draws: 1, withheld: false }));
  expect(await read(CENSUS)).toEqual([2, true]);
  for (const statement of [
    "DELETE FROM intake.disclosure_withheld",
    "UPDATE intake.disclosure_withheld SET ident = ident",
  ])
    await expect(
      inTransaction(at.site.pool, { role: "muster_build" }, (transaction) => transaction.rows(statement)),
    ).rejects.toThrow(/permission denied/);
});

test.each(["muster_public", "muster_member", "muster_intake", "muster_operator", "muster_account"] as const)(
  "%s reads neither the ledger nor what is withheld",
  async (role) => {
    for (const table of ["intake.disclosure_ledger", "intake.disclosure_withheld"])
      await expect(
        inTransaction(at.site.pool, { role }, (reader) => reader.rows(`SELECT 1 FROM ${table}`)),
      ).rejects.toThrow(/permission denied/);
  },
);
