import { Table } from "@/app/_components/nhs/table";
import type { Mapping } from "@/lib/returns/mapping/mapping";

/** Every word that has a meaning. */
export function Remembered({ mapping, version }: { mapping: Mapping; version: number | null }) {
  const words = [
    ...Object.entries(mapping.headers).map(([theirs, means]) => ({ where: "header", theirs, means })),
    ...Object.entries(mapping.values).flatMap(([column, meant]) =>
      Object.entries(meant).map(([theirs, means]) => ({ where: column, theirs, means })),
    ),
  ];
  return (
    <section>
      <h2 id="remembered">Remembered</h2>
      {version === null ? <p>Nothing yet.</p> : null}
      {version !== null && words.length === 0 ? <p>Nothing any more (version {version}).</p> : null}
      {words.length > 0 ? (
        <Table
          caption={`Version ${version}`}
          compact
          columns={[{ heading: "Your word" }, { heading: "Where" }, { heading: "What it means" }]}
          rows={words.map(({ where, theirs, means }) => ({
            key: `${where} ${theirs}`,
            cells: [
              <code className="muster-value" key="word">
                {theirs}
              </code>,
              where,
              means,
            ],
          }))}
        />
      ) : null}
    </section>
  );
}
