import { Table } from "@/app/_components/nhs/table";
import { PARTS } from "@/lib/returns/parts";

const parts = Object.values(PARTS);
const fileLink = (file: string, text: string) => <a href={`/returns/templates/${file}`}>{text}</a>;

/** Every template, list and description, part by part. */
export function Templates() {
  return (
    <>
      <section aria-labelledby="templates">
        <h2 id="templates">Templates and lists</h2>
        <Table
          caption="Files to start from"
          columns={["Part", "Template", "Core columns alone", "Every column explained", "Allowed values"].map(
            (heading) => ({ heading }),
          )}
          rows={parts.map(({ name }) => ({
            key: name,
            cells: [
              name,
              fileLink(`${name}.csv`, `${name}.csv`),
              fileLink(`${name}-core.csv`, `${name}-core.csv`),
              fileLink(`${name}-guide.csv`, `${name}-guide.csv`),
              fileLink(`${name}-allowed-values.csv`, `${name}-allowed-values.csv`),
            ],
          }))}
        />
        <p>
          {fileLink("categories.csv", "Device categories")}. The same as pages:{" "}
          <a href="/methods/columns">every column and the measures that need it</a>,{" "}
          <a href="/methods/rules">every rule that a file is checked by</a>.
        </p>
      </section>
      <section aria-labelledby="machines">
        <h2 id="machines">For machines</h2>
        <p>
          {fileLink("datapackage.json", "datapackage.json")} describes all parts as a Frictionless data
          package. Each part has CSV on the Web metadata too:{" "}
          {parts.map(({ name }, index) => (
            <span key={name}>
              {index > 0 ? ", " : ""}
              {fileLink(`${name}.csv-metadata.json`, name)}
            </span>
          ))}
          . They state the template’s own spelling; what is accepted is wider. To check a file without signing
          in, <code>npx --no muster check FILE --part workforce --organisation RJ1 --census 2026-03-31</code>{" "}
          gives the same verdict as the page.
        </p>
      </section>
    </>
  );
}
