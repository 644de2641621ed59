import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledger } from "@/db/queries/ledger";
import { inTransaction } from "@/db/transaction";
import { OPERATOR, type ServiceSite, serviceSite, value } from "@/tests/support/service-site";
import { openCollection } from "../collections/open-collection";
import { loadNewestOfSample } from "./load-sample";
import {
  enterSampleLedger,
  inputHash,
  isLedgerOf,
  ledgerPath,
  readSampleLedger,
  type SampleLedger,
  sampleLedgerText,
} from "./sample-ledger";
import { type CollectionToLoad, sampleToLoad } from "./sample-to-load";

const project = process.cwd();

let at: ServiceSite;
let committed: SampleLedger;
let collections: readonly CollectionToLoad[];
/** Another project, whose ledger may be another. */
let other: string;

beforeAll(async () => {
  at = await serviceSite();
  committed = await readSampleLedger(project);
  ({ collections } = await sampleToLoad(project, {}));
  other = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-ledger-`));
  mkdirSync(join(other, "data", "sample"), { recursive: true });
  cpSync("data/reference", join(other, "data", "reference"), { recursive: true });
});
afterAll(async () => {
  await at?.close();
  rmSync(other, { recursive: true });
});

const held = (census: string) =>
  inTransaction(at.site.pool, { role: "muster_build" }, (reader) => ledger(reader, census));

describe("the sample's committed ledger", () => {
  it("is of the files that the generator makes, by their hash; if not, load the sample and keep its new one", () => {
    expect(Object.fromEntries(collections.map((one) => [one.census, inputHash(one)]))).toEqual(
      committed.inputs,
    );
    expect(isLedgerOf(at.site, committed, collections)).toBe(true);
  });

  it("is of no other files, key or number of collections", () => {
    const [first, ...rest] = collections as [CollectionToLoad, ...CollectionToLoad[]];
    const altered = first.answers.map((answer) =>
      answer.kind === "files" && answer.organisation === "ZS001"
        ? {
            ...answer,
            files: () => answer.files().map((file) => ({ ...file, bytes: Buffer.from(`${file.bytes}\n`) })),
          }
        : answer,
    );
    expect(isLedgerOf(at.site, committed, [{ ...first, answers: altered }, ...rest])).toBe(false);
    expect(isLedgerOf(at.site, committed, [{ ...first, answers: first.answers.slice(1) }, ...rest])).toBe(
      false,
    );
    expect(isLedgerOf(at.site, committed, rest)).toBe(false);
    const key = new Uint8Array(32).fill(7);
    expect(isLedgerOf({ ...at.site, disclosureKey: () => key }, committed, collections)).toBe(false);
  });

  it("says that nothing has attacked it, and holds no decision that an audit would have made", () => {
    expect(committed.about.join(" ")).toContain("Unaudited");
    for (const { ident, draws, withheld } of committed.entries)
      expect([ident.startsWith("merge|sample|"), draws, withheld]).toEqual([true, 0, []]);
    expect(committed.entries.length).toBeGreaterThan(0);
  });
});

describe("a first run of the whole nation", () => {
  /** As far as to the first return. */
  async function begin(given: SampleLedger): Promise<string[]> {
    writeFileSync(ledgerPath(other), JSON.stringify(given));
    const said: string[] = [];
    const ended = AbortSignal.abort();
    const say = (line: string) => void said.push(line);
    await loadNewestOfSample({ project: other, say, site: at.site, signal: ended });
    return said;
  }

  it("refuses a ledger of other files in a sentence, and takes nothing from it", async () => {
    const entries = [{ ident: "staff|ZS002|role:manager", draws: 4, withheld: [] }];
    const inputs = { ...committed.inputs, "2024-03-31": "0".repeat(64) };
    const said = await begin({ ...committed, inputs, entries });
    expect(said.join("\n")).toMatch(/ledger\.json is the ledger of other files.*decided anew/);
    expect((await held("2026-03-31")).some(({ draws }) => draws === 4)).toBe(false);
  });

  it("keeps to the ledger of its own files, and says nothing of it", async () => {
    const said = await begin(committed);
    expect(said.join("\n")).not.toContain("ledger");
    const idents = new Set((await held("2026-03-31")).map(({ ident }) => ident));
    for (const { ident } of committed.entries) expect(idents).toContain(ident);
  });
});

describe("a ledger's decisions", () => {
  const decided: SampleLedger = {
    about: [],
    key: "",
    inputs: {},
    entries: [
      { ident: "staff|ZS001|role:manager", draws: 2, withheld: ["2026-03-31"] },
      { ident: "merge|sample|band|2+3", draws: 0, withheld: [] },
    ],
  };

  it("are in the database before a release is built: draws for every census, what is withheld for its own", async () => {
    // The run above has opened the other.
    const earlier = { census: "2025-03-31", closes: null, organisations: ["ZS001"] };
    value(await openCollection(at.site, OPERATOR, earlier));
    for (const census of ["2025-03-31", "2026-03-31"])
      value(await enterSampleLedger(at.site, OPERATOR, { ...decided, census }));
    const of = async (census: string) =>
      (await held(census))
        .filter(({ ident }) => decided.entries.some((entry) => entry.ident === ident))
        .map(({ ident, draws, withheld }) => [ident, draws, withheld]);
    const merged = ["merge|sample|band|2+3", 0, false];
    expect(await of("2026-03-31")).toEqual([merged, ["staff|ZS001|role:manager", 2, true]]);
    expect(await of("2025-03-31")).toEqual([merged, ["staff|ZS001|role:manager", 2, false]]);
  });

  it("are written in the same form again", async () => {
    const written = JSON.parse(await sampleLedgerText(at.site, collections)) as SampleLedger;
    expect(new Set(written.entries)).toEqual(new Set([...committed.entries, ...decided.entries]));
    expect(written.inputs).toEqual(committed.inputs);
    expect(written.about).toEqual(committed.about);
  });
});
