import { collectionAt, frameOf } from "@/db/queries/collections";
import { ledger, writeLedger } from "@/db/queries/ledger";
import { namedOutsideFrame } from "@/db/queries/named-organisations";
import { allFiguresOf } from "@/db/queries/published/figures";
import { referenceTables } from "@/db/queries/reference";
import { discardBuilt, insertRelease, nextReleaseNumber, publishedOf, releases } from "@/db/queries/releases";
import { approvedOf } from "@/db/queries/submissions";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { chartsOfRelease } from "@/lib/charts/charts-of-release";
import { type BuiltRelease, buildRelease } from "@/lib/disclosure/build-release";
import { isDemoKey } from "@/lib/disclosure/demo-key";
import type { Response } from "@/lib/disclosure/release-input";
import { spokenFor } from "@/lib/disclosure/spoken-for";
import { frameGeography } from "@/lib/places/frame-geography";
import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { earlierThan, type PublishedPlace, type Release } from "@/lib/published/release";
import { fail, ok, type Result } from "@/lib/result";
import { RULE_SET } from "@/lib/returns/rule-set";
import { assumptionsOfRates } from "@/lib/scenarios/assumptions-of-rates";
import { lookAhead } from "@/lib/scenarios/look-ahead";
import { imputedIn } from "@/lib/scenarios/non-response";
import { basesOfRelease } from "@/lib/supply/bases-of-release";
import { CODE_VERSION } from "@/lib/version";
import { record } from "../record";
import type { Site } from "../site";
import { readStandardsFiles } from "../workload/standards-files";
import { builtAlready } from "./built-already";
import { releaseRates } from "./release-rates";
import { type Approved, releaseRows } from "./release-rows";
import { releaseScores } from "./release-scores";

const stateOf = (answer: Approved[number]): Response["state"] =>
  answer.kind === "files" ? "returned" : answer.nilReason === "served" ? "served" : "nil";

/** The refusal that names which return speaks for an organisation that the collection did not ask. */
async function namesStrangers(reader: Reader, census: string, approved: Approved): Promise<Result<never>> {
  const files = approved.flatMap(({ parts }) => parts.map(({ id }) => id));
  const named = (await namedOutsideFrame(reader, census, files)).map(
    ({ host, organisation, part }) => `the ${part} file of ${host} names ${organisation}`,
  );
  return fail(
    "names-not-asked",
    `The collection of ${census} did not ask every organisation that returns speak for: ${named.join("; ")}.`,
    "Send those returns back to be corrected, or ask the organisation in the collection, and build again.",
  );
}

/**
 * Builds a release of a collection from the answers approved by now, in one transaction: it is there whole or not at
 * all. Running it again gives the same release where the answers are the same, and else one in place of a built
 * release that nobody has published, under the next number. Only this reads `intake` to publish.
 */
export async function buildReleaseOf(
  site: Site,
  viewer: Viewer,
  args: { census: string },
): Promise<Result<{ release: number; hash: string; figures: number }>> {
  if (!may(viewer, "build a release")) return refusal(viewer, "build a release");
  return inTransaction(site.pool, { role: "muster_build" }, async (transaction) => {
    const number = await nextReleaseNumber(transaction);
    const collection = await collectionAt(transaction, args.census);
    if (!collection)
      return fail(
        "no-such-collection",
        `There is no collection for ${args.census}.`,
        "Choose one of the collections listed.",
      );
    const key = site.disclosureKey(collection.synthetic);
    if (!collection.synthetic && isDemoKey(key))
      return fail(
        "demo-key",
        "The figures of real organisations are never rounded with the demonstration's public key.",
        "Set MUSTER_DISCLOSURE_KEY to 64 secret hexadecimal digits, keep them for ever, and build again.",
      );
    const approved = await approvedOf(transaction, args.census);
    if (approved.length === 0)
      return fail(
        "nothing-approved",
        `No return for ${args.census} has been approved yet.`,
        "Build the release once returns have been approved.",
      );

    const standards = await readStandardsFiles(process.env.MUSTER_PROJECT ?? process.cwd());
    if (!standards.ok) return standards;
    const today = site.now().toISOString().slice(0, 10);
    const tables = await referenceTables(transaction);
    const atCensus = placesAsAt(tables, args.census);
    const geography = frameGeography(
      await frameOf(transaction, args.census),
      placesAsAt(tables, today),
      atCensus,
    );
    const known = await releases(transaction);
    const last = earlierThan(known, collection).at(-1);
    const rows = await releaseRows(transaction, {
      census: args.census,
      approved,
      before: last ? await approvedOf(transaction, last.census) : [],
      nationOf: (organisation) =>
        ancestorsOf(atCensus, organisation).find(({ level }) => level === "nation")?.code ?? null,
      standards: standards.value,
    });
    const { states, strangers } = spokenFor(
      new Set(geography.map(({ place }) => place.code)),
      new Map(approved.map((answer) => [answer.organisation, stateOf(answer)])),
      rows,
    );
    if (strangers.length > 0) return namesStrangers(transaction, args.census, approved);
    const hosts = new Map(approved.map(({ organisation, servedBy }) => [organisation, servedBy]));
    const places: PublishedPlace[] = geography.map(({ place, parent }) => ({
      code: place.code,
      level: place.level,
      name: place.name,
      parent,
      kind: place.kind,
      synthetic: place.synthetic,
      response: place.level === "organisation" ? (states.get(place.code) ?? "not_returned") : null,
      servedBy: states.get(place.code) === "served" ? (hosts.get(place.code) ?? null) : null,
    }));
    const replaces = await publishedOf(transaction, args.census);
    const release: Release = {
      number,
      census: args.census,
      status: "built",
      builtAt: site.now().toISOString(),
      publishedAt: null,
      hash: "",
      geographyDate: today,
      synthetic: collection.synthetic,
      collectionOpen: collection.status === "open",
      ruleSet: RULE_SET,
      codeVersion: CODE_VERSION,
      note: null,
      about: null,
      withdrawnAt: null,
      replaces,
    };
    const earlier = [];
    for (const past of earlierThan(known, release))
      earlier.push({
        release: past,
        census: past.census,
        figures: await allFiguresOf(transaction, past.number),
      });

    const built: BuiltRelease = buildRelease({
      release: number,
      synthetic: collection.synthetic,
      geography: places.map(({ code, level, name, parent }) => ({ code, level, name, parent })),
      responses: places.flatMap(({ code, response }) =>
        response ? [{ organisation: code, state: response }] : [],
      ),
      ...rows,
      key,
      ledger: await ledger(transaction, args.census),
      earlier,
    });
    release.hash = built.hash;
    const same = await builtAlready(transaction, release, places, approved);
    if (same !== null) {
      await record(transaction, viewer, {
        verb: "release.built",
        subject: `release ${same}`,
        detail: { census: args.census, hash: built.hash, unchanged: true },
      });
      return ok({ release: same, hash: built.hash, figures: built.figures.length });
    }
    const discarded = await discardBuilt(transaction, args.census);
    const answers = [];
    for (const { census } of earlier)
      answers.push({ census, approved: await approvedOf(transaction, census) });
    const rates = await releaseRates(transaction, [...answers, { census: args.census, approved }]);
    const told = assumptionsOfRates(rates);
    const imputed = imputedIn(places, built.figures, earlier.map(({ figures }) => figures).toReversed());
    const bases = basesOfRelease(places, built.figures).map((base) => ({
      ...base,
      look: lookAhead(base.fit, base.place, told, imputed.get(base.place)),
    }));
    const scores = await releaseScores(transaction, earlier, { release, places, figures: built.figures });
    const charts = chartsOfRelease({
      release,
      places,
      looks: new Map(bases.map(({ place, look }) => [place, look])),
      figures: built.figures.filter((figure) => figure.audience === "public"),
      earlier: earlier.map((past) => ({
        release: past.release,
        figures: past.figures.filter((figure) => figure.audience === "public"),
      })),
    });
    await insertRelease(transaction, number, replaces, {
      ...release,
      builtBy: viewer.kind === "person" ? viewer.person : null,
      places,
      figures: built.figures,
      charts,
      bases,
      rates,
      scores,
      submissions: approved.map(({ id, organisation }) => ({ id, organisation })),
    });
    await writeLedger(transaction, args.census, built.ledger);
    await record(transaction, viewer, {
      verb: "release.built",
      subject: `release ${number}`,
      detail: {
        census: args.census,
        hash: built.hash,
        figures: built.figures.length,
        answers: approved.length,
        discarded,
      },
    });
    return ok({ release: number, hash: built.hash, figures: built.figures.length });
  });
}
