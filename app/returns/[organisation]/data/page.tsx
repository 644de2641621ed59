import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { formatDate } from "@/lib/format/date";
import { OWN_MEASURES } from "@/lib/measures/own-values";
import { byTopic } from "@/lib/measures/topic";
import { placeNames } from "@/lib/services/places/place-names";
import { ownData } from "@/lib/services/returns/own-data";
import { currentSite } from "@/lib/services/site";
import { Confidential } from "../../../members/confidential";
import { readCensus } from "../../read-census";
import { organisationCode, RETURN_QUERY, returnHref } from "../../search-params";
import { ByAge, ByRole } from "./_sections/by-role-and-age";
import { LookAhead } from "./_sections/look-ahead";
import { OwnRequirement } from "./_sections/own-requirement";
import { TopicTable } from "./_sections/topic";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The newest first: what one works on is what one looks for. */
const STAGES = [
  { key: "draft", heading: "In work" },
  { key: "waiting", heading: "Waiting for approval" },
  { key: "approved", heading: "Approved" },
] as const;

const TOPICS = byTopic(OWN_MEASURES);

/** An organisation's own figures, exact: what its files say at each stage, side by side. */
export default async function YourData({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(returnHref(organisation, query.census, "/data"));
  const one = await readCensus(viewer, organisation, query.census);
  if (!one.ok) return <Missing />;
  const { view, others } = one.value;
  const site = currentSite();
  const read = await ownData(site, viewer, { organisation, census: view.census });
  if (!read.ok) return <Missing />;
  const name = (await placeNames(site, [organisation])).get(organisation) ?? organisation;
  const stages = STAGES.flatMap(({ key, heading }) => {
    const stage = read.value[key];
    return stage ? [{ key, heading, ...stage }] : [];
  });
  const [newest] = stages;
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
      {newest ? (
        <>
          <nav aria-label="On this page">
            <ul className="muster-actions">
              {[
                ...TOPICS.map(({ id, title }) => ({ id, title })),
                { id: "ahead", title: "A first look ahead" },
              ].map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {TOPICS.map(({ id, title, measures }) => (
            <section key={id}>
              <h2 id={id}>{title}</h2>
              {id === "requirement" ? <OwnRequirement requirement={newest.requirement} /> : null}
              <TopicTable title={title} measures={measures} stages={stages} />
              {id === "people" ? <ByRole figures={newest} stage={newest.heading.toLowerCase()} /> : null}
              {id === "age" ? <ByAge figures={newest} stage={newest.heading.toLowerCase()} /> : null}
            </section>
          ))}
          <section>
            <h2 id="ahead">A first look ahead</h2>
            <LookAhead look={newest.look} stage={newest.heading.toLowerCase()} />
          </section>
        </>
      ) : (
        <p>
          There is nothing here yet: no file without errors has been received.{" "}
          <a href={returnHref(organisation, view.census)}>Upload your files</a>.
        </p>
      )}
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
