import { fileAnswer, missingFile, movedTo } from "@/app/_components/file-answer";
import { readDataAddress } from "@/lib/published/data-address";
import { releaseFileHref } from "@/lib/published/place-href";
import { readDataFile } from "@/lib/services/published/data-file";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const address = readDataAddress(path);
  if (!address.ok) return missingFile(address.problem.message);
  const file = await readDataFile(address.value);
  if (file.kind === "missing") return missingFile(file.sentence);
  if (file.kind === "moved") return movedTo(releaseFileHref(file.release, path.slice(1).join("/")));
  return fileAnswer(request, {
    body: file.body,
    type: file.type,
    // Asked for again each time, so that a withdrawn release is gone at once.
    cache: "public, max-age=0, must-revalidate",
    fileName: file.fileName ?? undefined,
  });
}
