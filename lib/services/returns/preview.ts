import { collections } from "@/db/queries/collections";
import type { ReceivedPart } from "@/db/queries/parts";
import { totalsOfPlaces } from "@/db/queries/published/figures";
import { placesOfRelease } from "@/db/queries/published/places";
import { referenceTables } from "@/db/queries/reference";
import { releases } from "@/db/queries/releases";
import { returnId } from "@/db/queries/returns";
import { approvedOf } from "@/db/queries/submissions";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { Figure } from "@/lib/disclosure/figure";
import { ancestorsOf, placesAsAt } from "@/lib/places/places-as-at";
import { latestRelease, type PublishedPlace, type Release } from "@/lib/published/release";
import { ok, type Result } from "@/lib/result";
import type { Site } from "../site";
import { own } from "../standing";
import { readStandardsFiles } from "../workload/standards-files";
import { nationAhead } from "./own-data";
import { type OwnStage, ownStage } from "./own-stage";
import { comparedVersions, lastYearsAnswer } from "./previous-version";
import { type SinceLastYear, sinceLastYear } from "./since-last-year";

/** The figures that are published of the places that an organisation is in: its region and its nation. */
export type PublishedAround = { release: Release; places: { place: PublishedPlace; figures: Figure[] }[] };

/** What an organisation's numbers will say, before they are submitted. For its own people. */
export type Preview = {
  /** From the files in work; null while they have errors, or there is no workforce. */
  now: OwnStage | null;
  /** Last year's approved return; null where there was none. */
  before: { census: string; stage: OwnStage | null } | null;
  since: SinceLastYear | null;
  around: PublishedAround | null;
};

type Asked = { organisation: string; census: string };

/** What the numbers of the files in work will say, beside last year's own and what is published around it. */
export async function readPreview(site: Site, viewer: Viewer, asked: Asked): Promise<Result<Preview>> {
  const { organisation, census } = asked;
  if (!may(viewer, "read the exact return", organisation))
    return refusal(viewer, "read the exact return", organisation);
  const standards = await readStandardsFiles(process.env.MUSTER_PROJECT ?? process.cwd());
  if (!standards.ok) return standards;
  const ahead = await nationAhead(site, asked);
  const around = await publishedAround(site, asked);
  return inTransaction(site.pool, own(organisation), async (reader) => {
    const stageOf = async (parts: readonly ReceivedPart[], at: string): Promise<OwnStage> =>
      ownStage(reader, parts, {
        organisation,
        census: at,
        ...ahead,
        before: await answersBefore(reader, at),
        standards: standards.value,
      });
    const id = await returnId(reader, census, organisation);
    const compared = id === null ? null : await comparedVersions(reader, asked, id);
    const parts = compared?.parts ?? [];
    const readable =
      parts.some(({ part }) => part === "workforce") && parts.every(({ verdict }) => verdict === "accepted");
    const before = await lastYearsAnswer(reader, organisation, census);
    const files = before?.kind === "files" ? before : null;
    return ok({
      now: readable ? await stageOf(parts, census) : null,
      before: before && {
        census: before.census,
        stage: files && (await stageOf(files.parts, files.census)),
      },
      since: readable && files ? await sinceLastYear(reader, parts, files.parts) : null,
      around,
    });
  });
}

/** The organisation's own answer to the census before a given one: its own rows are all that it may read. */
async function answersBefore(reader: Reader, census: string) {
  const [past] = (await collections(reader)).filter((one) => one.census < census);
  return past ? approvedOf(reader, past.census) : [];
}

const publishedAround = (site: Site, { organisation, census }: Asked): Promise<PublishedAround | null> =>
  inTransaction(site.pool, { role: "muster_public" }, async (reader) => {
    const release = latestRelease(await releases(reader));
    if (!release) return null;
    const above = ancestorsOf(placesAsAt(await referenceTables(reader), census), organisation);
    const codes = above
      .filter(({ level }) => level === "region" || level === "nation")
      .map(({ code }) => code);
    const places = await placesOfRelease(reader, release.number);
    const figures = await totalsOfPlaces(reader, release.number, codes);
    return {
      release,
      places: codes.flatMap((code) => {
        const place = places.find((one) => one.code === code);
        return place ? [{ place, figures: figures.filter((figure) => figure.place === code) }] : [];
      }),
    };
  });
