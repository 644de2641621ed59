import { Table } from "@/app/_components/nhs/table";
import { formatCount, formatNumber } from "@/lib/format/number";
import type { GroupedFile } from "@/lib/returns/before-sending/group-file";
import type { Row } from "@/lib/returns/part";
import { saveBlob } from "./save-blob";
import { Tick } from "./tick";

type GroupsInPlaceProps = {
  people: number;
  grouped: GroupedFile | null;
  wanted: boolean;
  onWanted: (wanted: boolean) => void;
};

const SHOWN = 100;

/** The choice to send like people as one line, and the lines that then go. */
export function GroupsInPlace({ people, grouped, wanted, onWanted }: GroupsInPlaceProps) {
  return (
    <div className="muster-groups">
      <Tick id="as-groups" checked={wanted} onChange={onWanted}>
        Send groups in place of the {formatCount(people)} {people === 1 ? "person" : "people"}
      </Tick>
      {wanted && grouped ? <Groups grouped={grouped} /> : null}
    </div>
  );
}

function Groups({ grouped: { rows, peopleLines, groups, csv } }: { grouped: GroupedFile }) {
  const of = rows.filter((row) => row.line_type === "group");
  const total = (name: string) => of.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);
  return (
    <>
      <p>
        {formatCount(peopleLines)} lines of people become {formatCount(groups)} group lines: together{" "}
        {formatNumber(total("in_post_wte"), 2)} WTE and {formatCount(total("headcount"))} people, as before.
        Post and person keys are not sent, so nobody is joined to another year. Budget and vacancy lines go as
        they are.
      </p>
      <Table
        caption={
          of.length > SHOWN
            ? `The first ${SHOWN} of ${formatCount(of.length)} group lines`
            : "The group lines that go"
        }
        compact
        columns={[
          { heading: "Role" },
          { heading: "Specialism" },
          { heading: "Band" },
          { heading: "Age" },
          { heading: "WTE", numeric: true },
          { heading: "People", numeric: true },
        ]}
        rows={of.slice(0, SHOWN).map((row, index) => ({ key: String(index), cells: cellsOf(row) }))}
      />
      <p>
        <button
          className="muster-link-button"
          type="button"
          onClick={() => saveBlob(new Blob(["\ufeff", csv], { type: "text/csv" }), "workforce-groups.csv")}
        >
          Download the file that goes
        </button>
      </p>
    </>
  );
}

const cellsOf = (row: Row) => [
  ...["role", "specialism", "afc_band", "age_band"].map((name) =>
    String(row[name] ?? "–").replaceAll("_", " "),
  ),
  formatNumber(Number(row.in_post_wte ?? 0), 2),
  formatCount(Number(row.headcount ?? 0)),
];
