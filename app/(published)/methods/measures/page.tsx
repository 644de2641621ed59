import { Details } from "@/app/_components/nhs/details";
import { SitePage } from "@/app/_components/published/site-page";
import { isPublishedAt } from "@/lib/disclosure/catalogue";
import { MEASURES } from "@/lib/measures/catalogue";
import type { Measure } from "@/lib/measures/measure";
import { byTopic } from "@/lib/measures/topic";
import { UNITED_KINGDOM } from "@/lib/places/united-kingdom";
import { figureHref } from "@/lib/published/figure-href";
import { hasPage, hasTotal } from "@/lib/published/page-measures";
import { measureHref } from "@/lib/published/place-href";

export const revalidate = false;
export const dynamic = "error";

export default function MeasuresRoute() {
  const topics = byTopic(MEASURES);
  return (
    <SitePage title="Measures" current="methods" crumbs={[{ text: "Methods", href: "/methods" }]}>
      <h1 className="nhsuk-heading-xl">What each measure counts</h1>
      <nav className="nhsuk-contents-list muster-contents" aria-label="Topics">
        <h2 className="nhsuk-u-visually-hidden">Topics</h2>
        <ol className="nhsuk-contents-list__list">
          {topics.map((topic) => (
            <li className="nhsuk-contents-list__item" key={topic.id}>
              <a className="nhsuk-contents-list__link" href={`#topic-${topic.id}`}>
                {topic.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {topics.map((topic) => (
        <Topic title={topic.title} id={`topic-${topic.id}`} measures={topic.measures} key={topic.id} />
      ))}
    </SitePage>
  );
}

function Topic({ title, id, measures }: { title: string; id: string; measures: readonly Measure[] }) {
  const shown = measures.filter((measure) => !measure.base);
  const base = measures.filter((measure) => measure.base);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {shown.map((measure) => (
        <Definition measure={measure} key={measure.id} />
      ))}
      {base.length > 0 ? (
        <Details
          summary={
            <>
              Counts that these rest on<span className="nhsuk-u-visually-hidden">: {title}</span>
            </>
          }
        >
          {base.map((measure) => (
            <Definition measure={measure} key={measure.id} />
          ))}
        </Details>
      ) : null}
    </section>
  );
}

const POLARITY = {
  higher: "More is better.",
  lower: "Less is better.",
  none: "Neither more nor less is better in itself.",
} as const;

function Definition({ measure }: { measure: Measure }) {
  return (
    <div className="muster-definition" id={measure.id}>
      <h3>{measure.title}</h3>
      <p>{measure.definition}</p>
      {isPublishedAt("united_kingdom", measure.id) &&
      (hasPage(measure) || hasTotal("united_kingdom", measure.id)) ? (
        <p>
          <a
            href={
              hasPage(measure)
                ? measureHref(UNITED_KINGDOM, measure.id)
                : figureHref({ place: UNITED_KINGDOM, measure: measure.id, ...IN_TOTAL })
            }
          >
            In the United Kingdom<span className="nhsuk-u-visually-hidden">: {measure.title}</span>
          </a>
        </p>
      ) : null}
      <Details
        summary={
          <>
            Formula, evidence and source<span className="nhsuk-u-visually-hidden"> of {measure.title}</span>
          </>
        }
      >
        <dl className="nhsuk-summary-list">
          {factsOf(measure).map(([key, value]) => (
            <div className="nhsuk-summary-list__row" key={key}>
              <dt className="nhsuk-summary-list__key">{key}</dt>
              <dd className="nhsuk-summary-list__value">{value}</dd>
            </div>
          ))}
        </dl>
        {measure.nations ? (
          <>
            <p>Between the nations it differs:</p>
            <ul>
              {measure.nations.map(({ nation, differs }) => (
                <li key={nation}>
                  <strong>{nation}.</strong> {differs}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Details>
    </div>
  );
}

const IN_TOTAL = { dimension: "all", category: "all" } as const;

function factsOf(measure: Measure): [string, string][] {
  return [
    ["Formula", measure.formula],
    ["Unit", UNITS[measure.unit]],
    ["How to read it", POLARITY[measure.polarity]],
    ["Shown from", measure.minimumEvidence],
    ["Comes from", SOURCES[measure.source.part]],
    ...(measure.notes ?? []).map((note, index): [string, string] => [
      index === 0 ? "Note" : `Note ${index + 1}`,
      note,
    ]),
  ];
}

const SOURCES: Readonly<Record<Measure["source"]["part"], string>> = {
  workforce: "The workforce part of the return",
  devices: "The devices or assets part of the return",
  assets: "The assets part of the return",
  activities: "The activities part of the return",
  flows: "The part of the return with joiners and leavers",
  profile: "The profile part of the return",
  return: "The returns themselves",
};

const UNITS: Readonly<Record<Measure["unit"], string>> = {
  people: "People",
  wte: "Whole-time equivalents (WTE)",
  percent: "Per cent",
  devices: "Devices",
  jobs: "Jobs",
  hours: "Hours",
  pounds: "Pounds sterling",
  organisations: "Organisations",
  services: "Services",
  incidents: "Incidents",
  procurements: "Procurements",
  ratio: "Hours for each WTE",
  censuses: "Censuses",
  band: "One of four bands",
};
