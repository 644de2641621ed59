import { Table } from "@/app/_components/nhs/table";
import { formatDate } from "@/lib/format/date";
import { eventWords } from "./event-words";

type EventsTableProps = {
  events: readonly {
    id: number;
    at: string;
    actorKind: string;
    person: string | null;
    verb: string;
    organisation: string | null;
    subject: string;
    detail: Record<string, unknown>;
  }[];
  people: ReadonlyMap<string, string>;
};

/** What was done, newest first. */
export function EventsTable({ events, people }: EventsTableProps) {
  return (
    <Table
      caption="What was done, newest first"
      captionHidden
      compact
      columns={[
        { heading: "When" },
        { heading: "Who" },
        { heading: "What" },
        { heading: "To what" },
        { heading: "Reason" },
      ]}
      rows={events.map((event) => ({
        key: String(event.id),
        cells: [
          `${formatDate(event.at)}, ${event.at.slice(11, 16)} UTC`,
          event.person ? (people.get(event.person) ?? "a former colleague") : `the ${event.actorKind}`,
          eventWords(event.verb),
          [event.organisation, event.subject].filter(Boolean).join(" "),
          typeof event.detail.reason === "string" ? event.detail.reason : "",
        ],
      }))}
    />
  );
}
