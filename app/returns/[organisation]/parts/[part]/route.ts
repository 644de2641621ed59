import { z } from "zod";
import { currentViewer } from "@/app/_session/current-viewer";
import { fromOwnPage } from "@/app/_session/from-own-page";
import type { Problem } from "@/lib/result";
import { readAgreed } from "@/lib/returns/before-sending/agreed-repairs";
import { isKeyFingerprint } from "@/lib/returns/person-key-file";
import { receivePart } from "@/lib/services/returns/receive-part";
import { currentSite } from "@/lib/services/site";
import { census, partName, serviceUnit } from "../../../form-fields";
import { problemStatus } from "../../../problem-status";

type Context = { params: Promise<{ organisation: string; part: string }> };

const QUERY = z.object({
  part: partName,
  census,
  unit: serviceUnit,
  name: z.string().max(255).default(""),
  size: z.coerce.number().int().nonnegative().optional(),
  key: z.string().refine(isKeyFingerprint, "That is no fingerprint of a key.").optional(),
  agreed: z
    .string()
    .transform(readAgreed)
    .refine((agreed) => agreed !== null, "This address names repairs that there are not.")
    .optional(),
});
const headers = { "cache-control": "no-store" };
const refuse = (status: number, problem: Problem) => Response.json({ problem }, { status, headers });

/** Receives one file as the whole body of the request, in a stream. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { organisation, part } = await params;
  if (!fromOwnPage(request.headers))
    return refuse(403, {
      code: "foreign-page",
      message: "This was not sent from a page of this site, so nothing was done.",
    });
  const query = QUERY.safeParse({ part, ...Object.fromEntries(new URL(request.url).searchParams) });
  if (!query.success)
    return refuse(400, {
      code: "address",
      message: query.error.issues[0]?.message ?? "This address makes no sense.",
    });
  const length = request.headers.get("content-length");
  // The page says how large the file is: something on the way that cuts a body short mends its length, and not that.
  const declaredLength = query.data.size ?? (length === null ? null : Number(length));
  const received = await receivePart(currentSite(), await currentViewer(), {
    organisation,
    census: query.data.census,
    part: query.data.part,
    serviceUnit: query.data.unit,
    fileName: query.data.name || `${query.data.part}.csv`,
    source: request.body ?? nothing(),
    declaredLength,
    keyFingerprint: query.data.key,
    agreed: query.data.agreed ?? undefined,
  });
  if (!received.ok) return refuse(problemStatus(received.problem.code), received.problem);
  const { partId, report, unchanged } = received.value;
  return Response.json(
    {
      partId,
      unchanged,
      verdict: report?.verdict ?? null,
      rows: report?.rows ?? null,
      counts: report?.counts ?? null,
    },
    { status: unchanged ? 200 : 201, headers },
  );
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
