import { Table } from "@/app/_components/nhs/table";
import { BURDENS } from "@/lib/returns/burden";

/** What each part costs a department, in minutes. */
export function Effort() {
  return (
    <section aria-labelledby="effort">
      <h2 id="effort">What it takes</h2>
      <p>
        The core of a return is meant to take an hour. These minutes are our own estimates, not yet measured
        in a collection; they are one person’s time with the reports at hand. From the second year on you
        start from last year’s rows.
      </p>
      <Table
        caption="Minutes a part, estimated"
        columns={[
          { heading: "Part" },
          { heading: "What it holds" },
          { heading: "First year", numeric: true },
          { heading: "Next year", numeric: true },
          { heading: "Who has it" },
        ]}
        rows={BURDENS.map(({ part, what, minutesFirstYear, minutesNextYear, who }) => ({
          key: what,
          cells: [part, what, minutesFirstYear, minutesNextYear, who],
        }))}
      />
    </section>
  );
}
