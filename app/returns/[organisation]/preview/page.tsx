import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { readSeen } from "@/lib/services/members/members-figures";
import { placeNames } from "@/lib/services/places/place-names";
import { readPreview } from "@/lib/services/returns/preview";
import { currentSite } from "@/lib/services/site";
import { Confidential } from "../../../members/confidential";
import { readCensus } from "../../read-census";
import { organisationCode, RETURN_QUERY, returnHref } from "../../search-params";
import { Measures } from "./_sections/measures";
import { Since } from "./_sections/since";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ON_THIS_PAGE = [
  { id: "posts-since", title: "Posts" },
  { id: "people-since", title: "Who joined, left and moved" },
  { id: "devices-since", title: "Devices" },
  { id: "rates", title: "Rates and shares" },
  { id: "totals", title: "Totals" },
  { id: "seen", title: "What others will see" },
];

/** What the numbers will say, before they are submitted: beside last year's, and beside what is published around. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(returnHref(organisation, query.census, "/preview"));
  const one = await readCensus(viewer, organisation, query.census);
  if (!one.ok) return <Missing />;
  const { census } = one.value.view;
  const site = currentSite();
  const read = await readPreview(site, viewer, { organisation, census });
  if (!read.ok) return <Missing />;
  const { now, before, since, around } = read.value;
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  return (
    <SignedInShell
      viewer={viewer}
      title={`What your numbers will say: ${name}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${name}`, href: returnHref(organisation, census) },
      ]}
    >
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">What your numbers will say, census of {formatDate(census)}</span>
        {name}
      </h1>
      <Confidential>
        These are your own exact figures. Published ones are rounded, or withheld where they are small.
      </Confidential>
      {now ? (
        <>
          {before === null ? (
            <p>
              No return of yours was approved at the census before, so there is nothing of last year to hold
              these figures against.
            </p>
          ) : before.stage === null ? (
            <p>Last year you sent a nil return, so all of this is new.</p>
          ) : (
            <p>
              Last year is your approved return to the census of {formatDate(before.census)}.{" "}
              <a href={returnHref(organisation, census, "/difference")}>See what changed row by row</a>.
            </p>
          )}
          {around && around.places.length > 0 ? (
            <p>
              {around.places.map(({ place }) => place.name).join(" and ")}: as published in release{" "}
              {around.release.number}, census of {formatDate(around.release.census)}. There, c cannot be
              shown, and x is not published.
            </p>
          ) : (
            <p>Nothing has been published yet of your region or nation.</p>
          )}
          <nav aria-label="On this page">
            <ul className="muster-actions">
              {ON_THIS_PAGE.filter(({ id }) => since || !id.endsWith("-since")).map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {since && before ? <Since since={since} census={before.census} /> : null}
          <Measures now={now.values} before={before?.stage?.values ?? null} around={around} />
        </>
      ) : (
        <p>
          Your numbers say nothing yet: there is no workforce file, or a file has errors.{" "}
          <a href={returnHref(organisation, census)}>Back to the return</a>.
        </p>
      )}
      <SeenByOthers viewer={viewer} organisation={organisation} />
    </SignedInShell>
  );
}

/** Who sees how much of the organisation, and where it is shown in full. */
async function SeenByOthers({
  viewer,
  organisation,
}: Pick<Parameters<typeof readSeen>[2], "organisation"> & { viewer: Parameters<typeof readSeen>[1] }) {
  const seen = await readSeen(currentSite(), viewer, { organisation });
  const rows = seen.ok ? seen.value.figures : [];
  const values = rows.filter(({ value }) => value !== null).length;
  return (
    <section>
      <h2 id="seen">What others will see of you</h2>
      <p>
        The public sees who you are and whether you answered. Members and planners see totals that are
        rounded, and nothing that is small.{" "}
        {seen.ok
          ? `Of the newest release that is ${formatCount(values)} ${values === 1 ? "figure" : "figures"}, and ${formatCount(rows.length - values)} that are withheld or not known.`
          : "Nothing has been published yet."}
      </p>
      <p>
        <a href={`/returns/${organisation}/seen`}>See each of them</a>
      </p>
    </section>
  );
}
