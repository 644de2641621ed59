import { Button } from "@/app/_components/nhs/button";
import { FileField } from "@/app/_components/nhs/file-field";
import { signedInViewer } from "@/app/_session/current-viewer";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { PARTS } from "@/lib/returns/parts";
import { readOwnWords } from "@/lib/services/returns/read-own-words";
import { currentSite } from "@/lib/services/site";
import { readCensus } from "../../read-census";
import { organisationCode, RETURN_QUERY, returnHref } from "../../search-params";
import { OneHeader } from "./_sections/one-header";
import { Remembered } from "./_sections/remembered";
import { RoleDecision } from "./_sections/role-decision";
import { WordTable } from "./_sections/word-table";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What an organisation's own words mean: those of its files in work to say, those remembered, and all as a file. */
export default async function OwnWordsPage({ params, searchParams }: Props) {
  const organisation = organisationCode((await params).organisation);
  const query = RETURN_QUERY.parse(await searchParams);
  if (!organisation) return <Missing />;
  const viewer = await signedInViewer(returnHref(organisation, query.census, "/mapping"));
  const read = await readCensus(viewer, organisation, query.census);
  if (!read.ok) return <Missing />;
  const { census } = read.value.view;
  const own = await readOwnWords(currentSite(), viewer, { organisation, census });
  if (!own.ok) return <Missing />;
  const notice = await readNotice(query.notice, viewer.person);
  const { unknown, mapping, version, categories } = own.value;
  const under = (path: string) => returnHref(organisation, null, `/mapping${path}`);
  return (
    <SignedInShell
      viewer={viewer}
      title={`Own words of ${organisation}`}
      crumbs={[
        { text: "Your Muster", href: "/returns" },
        { text: `Return of ${organisation}`, href: returnHref(organisation, census) },
      ]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">What your own words mean</h1>
      <p>
        Say once what your headers and values mean. It is remembered for {organisation}, this year and next,
        and nothing is guessed: every word read so is counted and shown with the file.
      </p>
      <section>
        <h2 id="unknown">Not understood yet</h2>
        {unknown.length === 0 ? (
          <p>Every word of the files that you have sent is understood.</p>
        ) : (
          <form action={under("/save")} method="post">
            <input type="hidden" name="census" value={census} />
            {unknown.map(({ part, words }) => (
              <div key={part}>
                <h3>{PARTS[part].title}</h3>
                <WordTable part={PARTS[part]} words={words} categories={categories} />
              </div>
            ))}
            <RoleDecision />
            <Button>Remember these</Button>
          </form>
        )}
      </section>
      <OneHeader action={under("/save")} census={census} />
      <Remembered mapping={mapping} version={version} />
      <section>
        <h2 id="file">As a file</h2>
        <p>
          The same file is read by <code>muster check --mapping</code>, and by another organisation of Muster
          that uses the same systems.
        </p>
        {version === null ? null : (
          <p>
            <a href={under("/file")}>Download what is remembered</a> (JSON)
          </p>
        )}
        <form action={under("/take")} method="post" encType="multipart/form-data">
          <input type="hidden" name="census" value={census} />
          <FileField
            id="mapping"
            name="mapping"
            accept=".json,application/json"
            label="Take a mapping file"
            hint="It takes the place of what is remembered. To take a word back, take it out of the downloaded file first."
          />
          <Button variant="secondary">Take this file</Button>
        </form>
      </section>
    </SignedInShell>
  );
}
