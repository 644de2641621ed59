import { LEVEL_WORDS } from "@/lib/published/level-words";
import { nameInSentence } from "@/lib/published/name-in-sentence";
import { placeHref, subjectHref } from "@/lib/published/place-href";
import { subjectById } from "@/lib/published/place-subjects";
import type { SectionView } from "@/lib/published/section-view";
import { POSTS_OVER_TIME } from "@/lib/published/series-chart";
import type { AreaPage } from "@/lib/services/published/area-page";
import { Details } from "../nhs/details";
import { mapNote } from "./area";
import { ChartFigure } from "./chart-figure";
import { SectionFigures } from "./section-figures";

/** Where a section's method can be read. */
const METHODS: Readonly<Record<string, { href: string; text: string }>> = {
  requirement: { href: "/methods/requirement", text: "How the requirement is formed" },
  ahead: { href: "/methods/supply", text: "How the look ahead is formed, and what it leaves out" },
  gaps: { href: "/methods/scorecard", text: "How looks ahead have done so far" },
};

type AreaSectionProps = {
  page: AreaPage;
  section: SectionView;
  /** Among many: where there is little room, what does not come first is folded. */
  folds?: boolean;
  /** Two such sections stand side by side. */
  half?: boolean;
};

/** A section of a place's page: its figures beside its first chart, and further charts for who opens them. */
export function AreaSection({ page, section, folds = false, half = false }: AreaSectionProps) {
  const { place, note } = page;
  const name = nameInSentence(place.name);
  const pair = section.rows.length > 0 && section.charts.length > 0;
  const figure = (chart: AreaPage["charts"][number]) => (
    <ChartFigure
      first={chart.id === POSTS_OVER_TIME}
      half={pair || half}
      chart={chart}
      place={place.code}
      release={note.number}
      drawn={page.drawn}
      key={chart.id}
    />
  );
  const rows =
    section.rows.length > 0 ? <SectionFigures section={section} note={mapNote(page)} folds={folds} /> : null;
  const method = METHODS[section.id];
  const subject = section.subject === null ? undefined : subjectById(section.subject);
  const charts =
    folds && !section.first && section.charts.length > 0 ? (
      <Details narrow summary={`Chart: ${section.charts.map(shortTitle).join("; ")}`}>
        {section.charts.map(figure)}
      </Details>
    ) : (
      section.charts.map(figure)
    );
  const nothing = section.charts.length + section.rows.length + section.sentences.length === 0;
  return (
    <section aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.aboveOnly ? <AboveOnly page={page} section={section.id} /> : null}
      {nothing && !section.aboveOnly ? (
        <p>Nothing can be shown here for {name}: see the key figures for why.</p>
      ) : null}
      {section.sentences.map((sentence) => (
        <p className="muster-said" key={sentence}>
          {sentence}
        </p>
      ))}
      {section.from ? <p className="muster-said muster-note">{section.from}</p> : null}
      {method && !nothing ? (
        <p>
          <a href={method.href}>{method.text}</a>
        </p>
      ) : null}
      {pair && section.charts.length > 1 && !folds ? (
        <>
          {rows}
          <div className="muster-charts">{charts}</div>
        </>
      ) : pair ? (
        <div className="muster-beside">
          <div>{rows}</div>
          <div>{charts}</div>
        </div>
      ) : (
        <>
          {rows}
          {charts}
        </>
      )}
      {subject ? (
        <p>
          <a href={subjectHref(place.code, subject.id, page.held)}>
            {subject.title} in {name}, at length
          </a>
          : {subject.says.charAt(0).toLowerCase() + subject.says.slice(1)}
        </p>
      ) : null}
      {section.folded.length > 0 ? (
        <Details summary={`More charts: ${section.folded.map(shortTitle).join("; ")}`}>
          {section.folded.map(figure)}
        </Details>
      ) : null}
    </section>
  );
}

/** A chart's title without its place, which the page names; of lines over censuses that they are that. */
const shortTitle = ({ title, kind }: AreaPage["charts"][number]) => {
  const of = title.split(": ")[0] ?? title;
  const words = of.charAt(0).toLowerCase() + of.slice(1);
  return kind === "series" && !words.includes("over time") ? `${words}, over time` : words;
};

function AboveOnly({ page, section }: { page: AreaPage; section: string }) {
  const above = page.above.at(-1);
  const aboveHref =
    above && page.subject
      ? subjectHref(above.code, page.subject.id, page.held)
      : placeHref(above?.code ?? "", page.held);
  return (
    <p>
      Published for nations and regions only: the numbers of a board are too small.
      {above ? (
        <>
          {" "}
          See <a href={`${aboveHref}#${section}`}>{nameInSentence(above.name)}</a>, the{" "}
          {LEVEL_WORDS[above.level].one.replace("NHS ", "").toLowerCase()} that it is part of.
        </>
      ) : null}
    </p>
  );
}
