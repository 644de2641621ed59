import { SitePage } from "@/app/_components/published/site-page";
import { MEASURES } from "@/lib/measures/catalogue";
import type { Measure } from "@/lib/measures/measure";

export const revalidate = false;
export const dynamic = "error";

const SHOWN = MEASURES.filter((measure) => !measure.base);
const BASE = MEASURES.filter((measure) => measure.base);

export default function MeasuresRoute() {
  return (
    <SitePage title="Measures" current="methods" crumbs={[{ text: "Methods", href: "/methods" }]}>
      <h1 className="nhsuk-heading-xl">What each measure counts</h1>
      <nav className="nhsuk-contents-list muster-contents" aria-label="Measures">
        <h2 className="nhsuk-u-visually-hidden">Contents</h2>
        <ol className="nhsuk-contents-list__list">
          {SHOWN.map((measure) => (
            <li className="nhsuk-contents-list__item" key={measure.id}>
              <a className="nhsuk-contents-list__link" href={`#${measure.id}`}>
                {measure.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {SHOWN.map((measure) => (
        <Definition measure={measure} key={measure.id} />
      ))}
      <h2>Counts that other measures rest on</h2>
      {BASE.map((measure) => (
        <Definition measure={measure} key={measure.id} />
      ))}
    </SitePage>
  );
}

const POLARITY = {
  higher: "More is better.",
  lower: "Less is better.",
  none: "Neither more nor less is better in itself.",
} as const;

function Definition({ measure }: { measure: Measure }) {
  const Heading = measure.base ? "h3" : "h2";
  return (
    <div className="muster-definition" id={measure.id}>
      <Heading>{measure.title}</Heading>
      <p>{measure.definition}</p>
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
    </div>
  );
}

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
