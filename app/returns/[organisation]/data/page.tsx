import { notFound } from "next/navigation";
import { Table } from "@/app/_components/nhs/table";
import { signedInViewer } from "@/app/_session/current-viewer";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { categoryTitle, compareCategories, type Dimension } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import { placeNames } from "@/lib/services/places/place-names";
import { ownData } from "@/lib/services/returns/own-data";
import { currentSite } from "@/lib/services/site";
import { Confidential } from "../../../members/confidential";
import { readCensus } from "../../read-census";
import { organisationCode, RETURN_QUERY, returnHref } from "../../search-params";
import { OWN_ROWS, type OwnFigures, ownText } from "./own-rows";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ROLE = knownDimension("role");
const AGE = knownDimension("age");

const inOrder = <T,>(dimension: Dimension, rows: readonly T[], category: (row: T) => string): T[] =>
  [...rows].sort((a, b) => compareCategories(dimension, category(a), category(b)));

const STAGES = [
  { key: "approved", heading: "Approved" },
  { key: "waiting", heading: "Waiting for approval" },
  { key: "draft", heading: "In work" },
] as const;

/** An organisation's own figures, exact: what its files say at each stage, side by side. */
export default async function YourData({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation) notFound();
  const viewer = await signedInViewer(returnHref(organisation, query.census, "/data"));
  const one = await readCensus(viewer, organisation, query.census);
  if (!one.ok) notFound();
  const { view, others } = one.value;
  const site = currentSite();
  const read = await ownData(site, viewer, { organisation, census: view.census });
  if (!read.ok) notFound();
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const stages = STAGES.flatMap(({ key, heading }) => {
    const figures: OwnFigures | null = read.value[key];
    return figures ? [{ key, heading, figures }] : [];
  });
  return (
    <SignedInShell
      viewer={viewer}
      title={`Your data: ${name}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation, view.census) },
      ]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Your data, census of {formatDate(view.census)}</span>
        {name}
      </h1>
      <Confidential>
        These are your own exact figures. Published ones are rounded, or withheld where they are small.
      </Confidential>
      {stages.length === 0 ? (
        <p>
          There is nothing here yet: no file without errors has been received.{" "}
          <a href={returnHref(organisation, view.census)}>Upload your files</a>.
        </p>
      ) : (
        <Table
          caption="Exact figures at each stage"
          columns={[{ heading: "Figure" }, ...stages.map(({ heading }) => ({ heading, numeric: true }))]}
          rows={OWN_ROWS.map((row) => ({
            key: row.key,
            cells: [row.title, ...stages.map(({ figures }) => ownText(figures[row.key], row.unit))],
          }))}
        />
      )}
      {stages.map(({ key, heading, figures }) => (
        <section key={key}>
          <h2>{heading}</h2>
          <Table
            caption={`By role: ${heading.toLowerCase()}`}
            columns={[
              { heading: "Role" },
              { heading: "People", numeric: true },
              { heading: "In post (WTE)", numeric: true },
              { heading: "Establishment (WTE)", numeric: true },
            ]}
            rows={inOrder(ROLE, figures.byRole, ({ role }) => role).map(
              ({ role, headcount, wte, establishment }) => ({
                key: role,
                cells: [
                  categoryTitle(ROLE, role),
                  ownText(headcount, "count"),
                  ownText(wte, "wte"),
                  ownText(establishment, "wte"),
                ],
              }),
            )}
          />
          <Table
            caption={`By age: ${heading.toLowerCase()}`}
            columns={[{ heading: "Age" }, { heading: "People", numeric: true }]}
            rows={inOrder(AGE, figures.byAge, ({ age }) => age).map(({ age, headcount }) => ({
              key: age,
              cells: [categoryTitle(AGE, age), ownText(headcount, "count")],
            }))}
          />
          {figures.reasons.length > 0 ? (
            <ul className="nhsuk-list nhsuk-list--bullet">
              {figures.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      {others.map(({ census }) => (
        <p key={census}>
          <a href={returnHref(organisation, census, "/data")}>
            Your data at the census of {formatDate(census)}
          </a>
        </p>
      ))}
    </SignedInShell>
  );
}
