import { declaredRows } from "@/db/queries/declared-rows";
import { type ReceivedPart, submissionParts } from "@/db/queries/parts";
import { returnId } from "@/db/queries/returns";
import { submissionsOf } from "@/db/queries/submissions";
import { inTransaction, type Reader } from "@/db/transaction";
import { refusal } from "@/lib/access/refusal";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import { fail, ok, type Result } from "@/lib/result";
import { doubtfulCodings, doubtfulCodingsCsv } from "@/lib/returns/given-back/doubtful-codings";
import { riskParagraph } from "@/lib/returns/given-back/risk-paragraph";
import { WORKFORCE, type WorkforceRow } from "@/lib/returns/parts/workforce";
import { workloadSheet } from "@/lib/workload/workload-sheet";
import type { Site } from "../site";
import { own } from "../standing";
import { ownData } from "./own-data";
import type { OwnStage } from "./own-stage";

/** What an organisation is given back once its return is approved. */
export const GIVEN_BACK = ["codings.csv", "workload.csv", "risk-register.txt"] as const;
export type GivenBack = (typeof GIVEN_BACK)[number];

type Args = { organisation: string; census: string };

const notApproved = () =>
  fail(
    "not-approved",
    "There is no approved version of this return.",
    "It is given back once your approver has approved it.",
  );

/** One of the files that an organisation is given back, as text, from the approved version; for its own people only. */
export async function giveBack(
  site: Site,
  viewer: Viewer,
  { file, ...args }: Args & { file: GivenBack },
): Promise<Result<string>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  if (file === "codings.csv") return codings(site, args);
  const read = await ownData(site, viewer, args);
  if (!read.ok) return read;
  const { approved } = read.value;
  if (!approved) return notApproved();
  if (file === "risk-register.txt") return ok(riskParagraph(factsOf(approved, args)));
  return approved.requirement
    ? ok(workloadSheet(approved.requirement))
    : fail(
        "no-workload",
        "The approved version has no devices or assets, so there is no workload to lay out.",
        "Send devices or assets beside your workforce.",
      );
}

/** What there is to give back of an approved return, beside the paragraph for a risk register, which there always is. */
export type ToGiveBack = {
  /** Whether devices or assets were sent, by whose work there is a sheet. */
  workload: boolean;
  /** Lines whose occupation code is doubtful; null where nobody's code was sent, so that none can be judged. */
  codings: number | null;
};

/** Which of the files are worth asking for; null where no files are approved. For its own people only. */
export async function readToGiveBack(
  site: Site,
  viewer: Viewer,
  args: Args,
): Promise<Result<ToGiveBack | null>> {
  if (!may(viewer, "read the exact return", args.organisation))
    return refusal(viewer, "read the exact return", args.organisation);
  return inTransaction(site.pool, own(args.organisation), async (reader) => {
    const parts = await approvedParts(reader, args);
    if (!parts || parts.length === 0) return ok(null);
    return ok({
      workload: parts.some(({ part }) => part === "devices" || part === "assets"),
      codings: (await doubtfulIn(reader, parts))?.length ?? null,
    });
  });
}

async function approvedParts(reader: Reader, { organisation, census }: Args): Promise<ReceivedPart[] | null> {
  const id = await returnId(reader, census, organisation);
  const approved = id && (await submissionsOf(reader, id)).find(({ state }) => state === "approved");
  return approved ? submissionParts(reader, approved.id) : null;
}

async function doubtfulIn(reader: Reader, parts: readonly ReceivedPart[]) {
  const staff = parts.filter(({ part }) => part === "workforce").map(({ id }) => id);
  return doubtfulCodings((await declaredRows(reader, WORKFORCE, staff)) as unknown as WorkforceRow[]);
}

const codings = (site: Site, args: Args): Promise<Result<string>> =>
  inTransaction(site.pool, own(args.organisation), async (reader) => {
    const parts = await approvedParts(reader, args);
    if (!parts) return notApproved();
    const found = await doubtfulIn(reader, parts);
    return found === null
      ? fail(
          "no-codings",
          "The approved version gives nobody’s occupation code, so no coding can be judged.",
          "Add the column occupation_code from your staff record.",
        )
      : ok(doubtfulCodingsCsv(found));
  });

function factsOf(stage: OwnStage, { organisation, census }: Args) {
  const of = (id: string): number | null =>
    stage.values.find(({ measure }) => measure.id === id)?.value ?? null;
  const [answer] = stage.requirement?.statements ?? [];
  return {
    organisation,
    census,
    establishmentWte: stage.establishment,
    inPostWte: stage.inPost,
    vacancyWte: stage.vacancy,
    vacancyRate: stage.vacancyRate,
    unfilledWte: stage.unfilled,
    share55: stage.share55,
    ppmDue: of("ppm-due-of-done"),
    ppmDone: of("ppm-due-done"),
    highRiskDue: stage.highRisk.due,
    highRiskDone: stage.highRisk.done,
    requirement: answer?.text ?? null,
  };
}
