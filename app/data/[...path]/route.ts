import { fileAnswer, missingFile, movedTo } from "@/app/_components/file-answer";
import { readDataAddress } from "@/lib/published/data-address";
import { dataHref } from "@/lib/published/place-href";
import { releaseSegment } from "@/lib/published/release-words";
import { readDataFile } from "@/lib/services/published/data-file";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const address = readDataAddress((await params).path);
  if (address === null) return missingFile("There is no such file.");
  const file = await readDataFile(address);
  if (file.kind === "missing") return missingFile(file.sentence);
  const { place, measure } = address;
  if (file.kind === "moved") return movedTo(dataHref(file.release, place, measure ?? undefined));
  const parts = [
    "muster",
    file.synthetic ? "synthetic" : null,
    releaseSegment(Number(address.release)),
    place,
    measure,
  ];
  return fileAnswer(request, {
    body: file.csv,
    type: "text/csv; charset=utf-8",
    // Asked for again each time, so that a withdrawn release is gone at once.
    cache: "public, max-age=0, must-revalidate",
    fileName: `${parts.filter((part) => part !== null).join("-")}.csv`,
  });
}
