import { nameInSentence } from "@/lib/published/name-in-sentence";
import { workbookHref } from "@/lib/published/place-href";
import type { AreaPage } from "@/lib/services/published/area-page";
import { SummaryList } from "../nhs/summary-list";

/** Source, date, files and the words to cite, at the foot of a place's page. */
export function CiteAndDownload({ page, csv, href }: { page: AreaPage; csv: string; href: string }) {
  const { place, note, measure } = page;
  const part = measure ?? page.subject;
  const title = part ? `${part.title}, ${place.name}` : place.name;
  return (
    <section aria-labelledby="data">
      <h2 id="data">Data and citation</h2>
      <SummaryList
        rows={[
          {
            key: "Source",
            value: `Muster, release ${note.number}: returns of NHS organisations for the census of ${note.census}${note.published ? `, published ${note.published}` : ""}`,
          },
          {
            key: "Data",
            value: (
              <>
                <a href={csv}>
                  {measure
                    ? `${measure.title}: ${place.name}`
                    : `All figures of ${nameInSentence(place.name)}`}{" "}
                  (CSV)
                </a>
                {part ? null : (
                  <>
                    ,{" "}
                    <a href={workbookHref(note.number, place.code)}>
                      everything on this page as a workbook (XLSX)
                    </a>
                  </>
                )}
                {note.synthetic ? ". Its first column says synthetic" : null}.{" "}
                <a href="/data">Its columns, and all other files</a>
              </>
            ),
          },
          {
            key: "How to cite",
            value: `Muster (release ${note.number}): ${title}. Census of ${note.census}.${note.synthetic ? " Synthetic data." : ""}`,
          },
          {
            key: "Permanent link",
            value: (
              <a href={href}>
                {title}, release {note.number}
              </a>
            ),
          },
          {
            key: "How it is made",
            value: (
              <>
                Counts of people are rounded so that nobody can be recognised.{" "}
                <a href="/methods#rounding">How figures are protected</a>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
