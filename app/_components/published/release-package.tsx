import { releaseFileHref } from "@/lib/published/place-href";
import type { Release } from "@/lib/published/release";
import { RELEASE_TABLES } from "@/lib/published/release-tables";
import { ActionLink } from "../nhs/action-link";
import { Table } from "../nhs/table";

/** The whole of the newest release: one package, and each of its tables. */
export function ReleasePackage({ release }: { release: Release }) {
  const href = (file: string) => releaseFileHref(release.number, file);
  return (
    <section aria-labelledby="package">
      <h2 id="package">The whole release</h2>
      <ActionLink
        href={href("package.zip")}
        text={`Download release ${release.number} as one package (ZIP)`}
      />
      <p>
        All its tables as CSV, with their dictionary, licence, citation and method: a{" "}
        <a href={href("datapackage.json")}>Frictionless data package</a>, and CSV on the Web metadata for each
        file. <a href={href("readme.txt")}>What is in it, in words</a>
      </p>
      <Table
        caption={`Tables of release ${release.number}`}
        captionHidden
        columns={[{ heading: "Table" }, { heading: "One row is" }, { heading: "Files" }]}
        stacks
        rows={RELEASE_TABLES.map(({ shape: { id, title, rowIs } }) => ({
          key: id,
          cells: [
            title,
            rowIs,
            <span key="files">
              {(["csv", "json", "csv-metadata.json"] as const).map((end, at) => (
                <span key={end}>
                  {at > 0 ? ", " : null}
                  <a href={href(`${id}.${end}`)}>
                    {["CSV", "JSON", "columns"][at]}
                    <span className="nhsuk-u-visually-hidden"> of {title}</span>
                  </a>
                </span>
              ))}
            </span>,
          ],
        }))}
      />
    </section>
  );
}
