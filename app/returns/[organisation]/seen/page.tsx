import { InsetText } from "@/app/_components/nhs/inset-text";
import { Table } from "@/app/_components/nhs/table";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { figureText } from "@/lib/disclosure/figure-text";
import { whyNotShown } from "@/lib/disclosure/reason";
import { formatDate } from "@/lib/format/date";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle } from "@/lib/measures/dimension";
import { dimensionById } from "@/lib/measures/dimensions";
import { readSeen } from "@/lib/services/members/members-figures";
import { placeNames } from "@/lib/services/places/place-names";
import { currentSite } from "@/lib/services/site";
import { organisationCode, returnHref } from "../../search-params";
import { inReadingOrder } from "./in-reading-order";

/** What others see of an organisation: its rows in the newest release, and why there are no more. */
export default async function Seen({ params }: { params: Promise<{ organisation: string }> }) {
  const organisation = organisationCode((await params).organisation);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(`/returns/${organisation}/seen`);
  const site = currentSite();
  const read = await readSeen(site, viewer, { organisation });
  if (!read.ok && read.problem.code !== "nothing-published") return <Missing />;
  const missing = read.ok && read.value.place?.response === "not_returned";
  // Of one who has not answered, all that is known is said once and not in every row.
  const shown = (read.ok ? read.value.figures : []).filter(
    ({ audience }) => !missing || audience === "public",
  );
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  return (
    <SignedInShell
      viewer={viewer}
      title={`What others see of ${name}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation) },
      ]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">What others see of you</span>
        {name}
      </h1>
      {read.ok ? (
        <>
          <p>
            From release {read.value.release.number}, census of {formatDate(read.value.release.census)}. The
            public sees who you are and whether you answered:{" "}
            <a href={`/places/${organisation}`}>your public page</a>. Members and planners of every
            organisation see the rows below as well.
          </p>
          {missing ? (
            <InsetText>
              <p>
                You had not returned when this release was built, so it says nothing else of you. Missing is
                not zero.
              </p>
            </InsetText>
          ) : null}
          <Table
            caption={`Figures of ${name} in release ${read.value.release.number}`}
            columns={[
              { heading: "Figure" },
              { heading: "Who sees it" },
              { heading: "Value", numeric: true },
              { heading: "Why not more" },
            ]}
            rows={inReadingOrder(shown).map((figure) => {
              const measure = knownMeasure(figure.measure);
              const dimension = dimensionById(figure.dimension);
              const category = dimension
                ? `, ${categoryTitle(dimension, figure.category).toLowerCase()}`
                : "";
              return {
                key: figure.cellId,
                cells: [
                  `${measure.title}${category}`,
                  figure.audience === "public" ? "Everyone" : "Members",
                  figureText(figure, measure.unit),
                  whyNotShown(figure, {
                    ...figure,
                    response: read.value.place?.response ?? null,
                    contributors: null,
                  }) ?? "",
                ],
              };
            })}
          />
          {shown.length === 0 ? <p>No figure of yours is in this release.</p> : null}
        </>
      ) : (
        <p>{read.problem.message}</p>
      )}
    </SignedInShell>
  );
}
