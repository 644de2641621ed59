import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allFiguresOf } from "@/db/queries/published/figures";
import { releases } from "@/db/queries/releases";
import { inTransaction } from "@/db/transaction";
import type { Figure } from "@/lib/disclosure/figure";
import { knownMeasure } from "@/lib/measures/catalogue";
import { evidenceOf } from "@/lib/measures/evidence";
import type { NationFile } from "@/lib/sample/nation/part-file";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { ownData } from "@/lib/services/returns/own-data";
import { dropTruthRole, exactAggregate, makeTruthRole } from "../support/exact-aggregate";
import { exactFigure, ON_PUBLISHED_SIZES } from "../support/exact-figure";
import type { ExactFigures } from "../support/exact-figures";
import { changedFile, FILE_CHANGES } from "../support/file-changes";
import { independentFigures } from "../support/independent-figures";
import { ownFiguresOf } from "../support/own-figures-of";
import { RISKS, type SampleTruth, sampleTruths, workloadsOf } from "../support/sample-truth";
import { sendReturn } from "../support/send-return";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const CENSUS = "2026-03-31";
const ROLE = `muster_change_${process.pid}`;
const truths = sampleTruths();
const truth = truths.at(-1) as SampleTruth;
const asSent = new Map(truth.files);

type Release = { hash: string; figures: Map<string, Figure> };
let at: ServiceSite;
let owner: Client;
let exact: Map<string, ExactFigures>;
let published: Release;
let behindPublished: Map<string, string>;

async function figuresOf(release: number): Promise<Release> {
  return inTransaction(at.site.pool, { role: "muster_operator" }, async (reader) => ({
    hash: (await releases(reader)).find(({ number }) => number === release)?.hash ?? "",
    figures: new Map((await allFiguresOf(reader, release)).map((figure) => [figure.cellId, figure])),
  }));
}

async function rebuild(): Promise<Release> {
  return figuresOf(value(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS })).release);
}

async function send(organisation: string, files: readonly NationFile[]) {
  await sendReturn(at.site, organisation, CENSUS, files);
  truth.files.set(organisation, files);
  truth.sent.set(organisation, independentFigures(files, RISKS));
  truth.workloads = workloadsOf(truth);
}

/**
 * What the exact values behind a figure are: people's WTE is drawn with their headcount, and a cut point is of the
 * organisations that said what the figure rests on.
 */
function behind(figure: Figure): string {
  const { evidence } = knownMeasure(figure.measure);
  const all = { ...figure, dimension: "all", category: "all" };
  return [
    ...[figure.measure, "headcount"].map((measure) => exactFigure({ ...figure, measure }, truths)),
    evidence && exactFigure({ ...all, measure: evidenceOf(evidence).countId }, truths),
  ].join();
}

beforeAll(async () => {
  at = await serviceSite("sample");
  owner = new Client({ connectionString: at.database.ownerUrl });
  await owner.connect();
  await makeTruthRole(owner, ROLE);
  exact = await exactAggregate(owner, ROLE, CENSUS);
  published = await figuresOf(3);
  behindPublished = new Map([...published.figures.values()].map((figure) => [figure.cellId, behind(figure)]));
});

afterAll(async () => {
  await dropTruthRole(owner, ROLE);
  await owner?.end();
  await at?.close();
});

/** By how much each figure changed, where it did. */
function changeOf(before: ExactFigures | undefined, after: ExactFigures | undefined, coarse: boolean) {
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  return Object.fromEntries(
    keys
      .filter((key) => coarse || !/\|(?:role4|band4|age3|register3|specialism4)\|/.test(key))
      .map(
        (key) => [key, Math.round(((after?.get(key) ?? 0) - (before?.get(key) ?? 0)) * 1e5) / 1e5] as const,
      )
      .filter(([, by]) => by !== 0),
  );
}

const totalsOf = (by: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(by).filter(
      ([key, amount]) => key.endsWith("|all|all") && amount !== 0 && !OVER_FEWER.test(key),
    ),
  );
/** The same sums over fewer organisations or lines: they move as the whole does, where the file says what they need. */
const OVER_FEWER = /-with-(?:cover|vacancies|flows)\||^(?:available|in-post-absence-known|devices-of-)/;

test.each(Object.entries(FILE_CHANGES))(
  "%s: that changes in own data and in what is built from, and nothing else",
  async (_, change) => {
    const { organisation, part } = change;
    const sent = truth.files.get(organisation) ?? [];
    const old = sent.find((file) => file.part === part)?.text ?? "";
    const { text, by } = changedFile(old, change);
    const before = truth.at(organisation);
    await send(
      organisation,
      sent.map((file) => (file.part === part ? { ...file, text } : file)),
    );
    const figures = truth.at(organisation);
    const wanted = changeOf(before, figures, true);
    expect(wanted).toMatchObject(Object.fromEntries(Object.entries(by).filter(([, amount]) => amount !== 0)));
    expect(totalsOf(wanted)).toEqual(totalsOf(by));

    const { approved } = value(await ownData(at.site, OPERATOR, { organisation, census: CENSUS }));
    expect(approved).toMatchObject(ownFiguresOf(figures));
    const exactBefore = exact;
    exact = await exactAggregate(owner, ROLE, CENSUS);
    for (const [code, now] of exact)
      expect({ code, ...changeOf(exactBefore.get(code), now, false) }).toEqual(
        code === organisation ? { code, ...changeOf(before, figures, false) } : { code },
      );
  },
);

test("a release after all of them: every interval holds, and a figure with nothing new behind it is as it was", async () => {
  const { hash, figures } = await rebuild();
  expect(hash).not.toBe(published.hash);
  expect([...figures.keys()].sort()).toEqual([...published.figures.keys()].sort());
  const wrong = [];
  let unchanged = 0;
  for (const figure of [...figures.values()].filter(({ measure }) => measure !== ON_PUBLISHED_SIZES)) {
    const exactly = exactFigure(figure, truths) ?? Number.NaN;
    const { low, high } = figure;
    if (low !== null && high !== null && !(low <= exactly + 1e-9 && exactly - 1e-9 <= high))
      wrong.push(`${figure.cellId}: ${exactly} is not in ${low} to ${high}`);
    if (behind(figure) !== behindPublished.get(figure.cellId)) continue;
    unchanged += 1;
    if (JSON.stringify(figure) !== JSON.stringify(published.figures.get(figure.cellId)))
      wrong.push(`${figure.cellId} changed, and nothing behind it did`);
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(unchanged).toBeGreaterThan(1000);
  expect(unchanged).toBeLessThan(figures.size - 20);
});

test("with every change taken back the release is the published one again, to the hash", async () => {
  for (const organisation of new Set(Object.values(FILE_CHANGES).map((change) => change.organisation)))
    await send(organisation, asSent.get(organisation) ?? []);
  expect((await rebuild()).hash).toBe(published.hash);
});
