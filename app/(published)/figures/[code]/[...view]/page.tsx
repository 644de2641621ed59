import { redirect } from "next/navigation";
import { OneFigureView } from "@/app/_components/published/figure";
import { MissingFigure } from "@/app/_components/published/missing-figure";
import { PublishedPage } from "@/app/_components/published-page";
import { shortName } from "@/lib/places/short-name";
import { decodeSegment } from "@/lib/published/decode-segment";
import { placeHref } from "@/lib/published/place-href";
import { readFigurePage } from "@/lib/services/published/figure-page";

export const revalidate = false;
export const dynamic = "error";
export const dynamicParams = true;
export const generateStaticParams = () => [];

/** One figure at an address of its own. */
export default async function FigureRoute({ params }: { params: Promise<{ code: string; view: string[] }> }) {
  const { code, view } = await params;
  const read = await readFigurePage(decodeSegment(code), view.map(decodeSegment));
  if (read === null) return null;
  const page = read.value;
  if (page.kind === "moved") redirect(page.to);
  return (
    <PublishedPage
      title={page.kind === "figure" ? `${page.title}, ${page.place.name}` : "Figure not found"}
      current="places"
      synthetic={page.site.synthetic}
      edition={page.kind === "figure" ? read.edition : null}
      missing={page.kind === "missing"}
      crumbs={[
        { text: "Home", href: "/" },
        ...(page.kind === "figure"
          ? [
              {
                text: shortName(page.place.name),
                href: placeHref(page.place.code, page.held ? page.release.number : undefined),
              },
            ]
          : []),
      ]}
    >
      {page.kind === "figure" ? <OneFigureView page={page} /> : <MissingFigure page={page} />}
    </PublishedPage>
  );
}
