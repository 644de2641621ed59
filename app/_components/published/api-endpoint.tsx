import { API_ROOT, type ApiParameter, type Endpoint } from "@/lib/published/api/endpoint";
import { EXAMPLES } from "@/lib/published/api/examples";
import { Details } from "../nhs/details";
import { ScrollRegion } from "../nhs/scroll-region";
import { Table } from "../nhs/table";

/** One question that a program may ask: its parameters, what a row of the answer holds, and an example. */
export function ApiEndpoint({
  endpoint: { id, path, title, words, parameters, answer },
}: {
  endpoint: Endpoint;
}) {
  const { shape } = answer;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>
        <code className="muster-address">
          GET {API_ROOT}
          {path}
        </code>
      </p>
      <p>{words}</p>
      <ApiParameters
        parameters={parameters.filter(({ name }) => !COMMON.includes(name))}
        caption={`Parameters of ${title.toLowerCase()}`}
      />
      <Details
        summary={`What ${answer.kind === "one" ? "it" : "each row"} holds, with an example: ${title.toLowerCase()}`}
      >
        <Table
          caption={`Fields of ${title.toLowerCase()}`}
          captionHidden
          compact
          columns={[{ heading: "Field" }, { heading: "Type" }, { heading: "What it holds" }]}
          rows={shape.columns.map(({ name, type, words: says, required }) => ({
            key: name,
            cells: [<code key="name">{name}</code>, `${TYPES[type]}${required ? "" : " or null"}`, says],
          }))}
        />
        <ScrollRegion label={`Example of ${title.toLowerCase()}`}>
          <pre className="muster-code">{JSON.stringify(EXAMPLES[shape.id], null, 2)}</pre>
        </ScrollRegion>
      </Details>
    </section>
  );
}

/** What every question of a release, and every list, takes: explained once. */
const COMMON: readonly string[] = ["release", "page", "per_page"];

/** The parameters that stand in many of the addresses. */
export function CommonParameters({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const all = endpoints.flatMap(({ parameters }) => parameters);
  return (
    <ApiParameters
      parameters={COMMON.flatMap((name) => all.find((one) => one.name === name) ?? [])}
      caption="Parameters of many addresses"
    />
  );
}

function ApiParameters({ parameters, caption }: { parameters: readonly ApiParameter[]; caption: string }) {
  if (parameters.length === 0) return null;
  return (
    <Table
      caption={caption}
      captionHidden
      compact
      stacks
      columns={[{ heading: "Parameter" }, { heading: "What it is" }, { heading: "Example" }]}
      rows={parameters.map((parameter) => ({
        key: parameter.name,
        cells: [
          <code key="name">{parameter.name}</code>,
          `${parameter.words}. ${takes(parameter)}`,
          <code key="example">{parameter.example}</code>,
        ],
      }))}
    />
  );
}

const TYPES = {
  text: "text",
  integer: "whole number",
  number: "number",
  date: "date",
  yes_no: "true or false",
};

const LISTED = 14;

function takes({ oneOf, many, between, otherwise, in: where }: ApiParameter): string {
  const parts = [where === "path" ? "In the address" : many ? "May be given several times" : null];
  if (oneOf) parts.push(oneOf.length <= LISTED ? `One of ${oneOf.join(", ")}` : `One of ${oneOf.length}`);
  if (between) parts.push(`${between[0]} to ${between[1]}`);
  if (otherwise) parts.push(`${otherwise} where it is not given`);
  return `${parts.filter((part) => part !== null).join(". ")}.`;
}
