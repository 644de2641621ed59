import { redirect } from "next/navigation";
import { Area } from "@/app/_components/published/area";
import { AreaMeasure } from "@/app/_components/published/area-measure";
import { AreaOutside } from "@/app/_components/published/area-outside";
import { AreaSubject } from "@/app/_components/published/area-subject";
import { MissingPlace } from "@/app/_components/published/missing-place";
import { Organisation } from "@/app/_components/published/organisation";
import { PublishedPage } from "@/app/_components/published-page";
import { shortName } from "@/lib/places/short-name";
import { decodeSegment } from "@/lib/published/decode-segment";
import { placeHref } from "@/lib/published/place-href";
import { type PlacePage, readPlacePage } from "@/lib/services/published/place-page";

// Generated on demand and kept until the next edition (see app/_cache); the build makes none.
export const revalidate = false;
export const dynamic = "error";
export const dynamicParams = true;
export const generateStaticParams = () => [];

export default async function PlaceRoute({ params }: { params: Promise<{ code: string; view?: string[] }> }) {
  const { code, view = [] } = await params;
  const read = await readPlacePage(decodeSegment(code), view.map(decodeSegment));
  if (read === null) return null;
  const page = read.value;
  if (page.kind === "moved") redirect(page.to);
  return (
    <PublishedPage
      title={titleOf(page)}
      current="places"
      synthetic={page.site.synthetic}
      edition={read.edition}
      missing={page.kind === "missing"}
      crumbs={crumbsOf(page)}
    >
      {page.kind === "missing" ? <MissingPlace page={page} /> : null}
      {page.kind !== "organisation" ? null : page.facts.level === "organisation" ? (
        <Organisation page={page} />
      ) : (
        <AreaOutside page={page} />
      )}
      {page.kind !== "area" ? null : page.measure ? (
        <AreaMeasure page={page} measure={page.measure} />
      ) : page.subject ? (
        <AreaSubject page={page} subject={page.subject} />
      ) : (
        <Area page={page} />
      )}
    </PublishedPage>
  );
}

function titleOf(page: PlacePage): string {
  if (page.kind === "area") {
    const part = page.measure ?? page.subject;
    return part ? `${part.title}, ${page.place.name}` : page.place.name;
  }
  if (page.kind === "organisation") return page.place?.name ?? page.facts.name;
  return "Page not found";
}

function crumbsOf(page: PlacePage) {
  if (page.kind !== "area" && page.kind !== "organisation") return [{ text: "Home", href: "/" }];
  const above =
    page.kind === "area" && (page.measure ?? page.subject) ? [...page.above, page.place] : page.above;
  return [
    { text: "Home", href: "/" },
    ...above.map((place) => ({ text: shortName(place.name), href: placeHref(place.code, page.held) })),
  ];
}
