import { Table } from "@/app/_components/nhs/table";
import { Tag } from "@/app/_components/nhs/tag";
import { formatDate } from "@/lib/format/date";
import type { WatchedOrganisation } from "@/lib/services/collections/watch-collection";
import { askedReturnHref } from "./[organisation]/asked-return";
import { stateWords } from "./state-words";

type AskedProps = { census: string; organisations: readonly WatchedOrganisation[] };

/** Every organisation asked: where it stands, how late it is, and what is still asked of it. */
export function Asked({ census, organisations }: AskedProps) {
  return (
    <section>
      <h2 id="organisations">Organisations</h2>
      <Table
        caption="Organisations asked, those still waited for first"
        columns={[
          { heading: "Organisation" },
          { heading: "Code" },
          { heading: "State" },
          { heading: "Since" },
          { heading: "Days late", numeric: true },
          { heading: "Open questions", numeric: true },
          { heading: "Notes" },
        ]}
        rows={organisations.map((one) => {
          const words = stateWords(one.state);
          return {
            key: one.code,
            cells: [
              <a href={askedReturnHref(census, one.code)} key="name">
                {one.name}
              </a>,
              one.code,
              <span key="state">
                <Tag colour={words.colour}>{words.text}</Tag> {one.kind === "nil" ? "nil return" : ""}
              </span>,
              one.at ? formatDate(one.at) : "",
              one.daysLate > 0 ? one.daysLate : "",
              one.openQueries > 0 ? one.openQueries : "",
              notesOf(one),
            ],
          };
        })}
      />
    </section>
  );
}

const notesOf = ({ state, reachable, extendedUntil }: WatchedOrganisation): string =>
  [
    extendedUntil ? `has until ${formatDate(extendedUntil)}` : null,
    state !== "approved" && !reachable ? "nobody to write to: add a submitter" : null,
  ]
    .filter(Boolean)
    .join("; ");
