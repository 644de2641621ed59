import { Table } from "@/app/_components/nhs/table";
import { SitePage } from "@/app/_components/published/site-page";
import type { Part } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { dictionaryOf } from "@/lib/returns/template";
import { measuresOfColumn } from "./measures-of-column";

export const revalidate = false;
export const dynamic = "error";

const parts = Object.values(PARTS);

export default function ColumnsRoute() {
  return (
    <SitePage title="Columns of a return" current="methods" crumbs={[{ text: "Methods", href: "/methods" }]}>
      <h1 className="nhsuk-heading-xl">Every column, and what it makes known</h1>
      <p className="nhsuk-lede-text">
        A return has up to six parts. Core columns are meant to take an hour; each further one makes more
        measures known. An optional column that is left out is never an error.
      </p>
      <nav className="nhsuk-contents-list muster-contents" aria-label="Parts of a return">
        <h2 className="nhsuk-u-visually-hidden">Parts of a return</h2>
        <ol className="nhsuk-contents-list__list">
          {parts.map(({ name, title }) => (
            <li className="nhsuk-contents-list__item" key={name}>
              <a className="nhsuk-contents-list__link" href={`#${name}`}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {parts.map((part) => (
        <section aria-labelledby={part.name} key={part.name}>
          <h2 id={part.name}>{part.title}</h2>
          <p>One row is: {part.rowIs}</p>
          <Columns part={part} />
        </section>
      ))}
    </SitePage>
  );
}

const HEADINGS = ["Column", "What it says", "Form", "Needed", "Tier", "Measures that need it"];

function Columns({ part }: { part: Part }) {
  return (
    <Table
      caption={`Columns of ${part.name}.csv, version ${part.schemaVersion}`}
      compact
      columns={HEADINGS.map((heading) => ({ heading }))}
      rows={dictionaryOf(part).map(({ column, title, guidance, type, unit, allowed, required, tier }) => ({
        key: column,
        cells: [
          <code key="name">{column}</code>,
          `${title}. ${guidance}`,
          `${type.replace("_", " or ")}${unit ? `, in ${unit}` : ""}${allowed ? `: ${allowed}` : ""}`,
          required,
          tier,
          <Measures part={part} column={column} key="measures" />,
        ],
      }))}
    />
  );
}

function Measures({ part, column }: { part: Part; column: string }) {
  const measures = measuresOfColumn(part.name, column);
  if (measures.length === 0) return "None of its own";
  return (
    <ul className="nhsuk-list">
      {measures.map(({ id, shortTitle }) => (
        <li key={id}>
          <a href={`/methods/measures#${id}`}>{shortTitle}</a>
        </li>
      ))}
    </ul>
  );
}
