import { Table } from "@/app/_components/nhs/table";
import { categoryTitle } from "@/lib/measures/dimension";
import { knownDimension } from "@/lib/measures/dimensions";
import type { OwnFigures } from "@/lib/measures/own-figures";
import { exactText } from "../own-text";

const ROLE = knownDimension("role");
const AGE = knownDimension("age");

type PeopleProps = { figures: OwnFigures; stage: string };

/** People and posts by role, of the newest stage. */
export function ByRole({ figures, stage }: PeopleProps) {
  return (
    <Table
      caption={`By role: ${stage}`}
      compact
      columns={[
        { heading: "Role" },
        { heading: "People", numeric: true },
        { heading: "In post (WTE)", numeric: true },
        { heading: "Establishment (WTE)", numeric: true },
      ]}
      rows={figures.byRole.map(({ role, headcount, wte, establishment }) => ({
        key: role,
        cells: [
          categoryTitle(ROLE, role),
          exactText(headcount, "people"),
          exactText(wte, "wte"),
          exactText(establishment, "wte"),
        ],
      }))}
    />
  );
}

/** People by age, of the newest stage. */
export function ByAge({ figures, stage }: PeopleProps) {
  return (
    <Table
      caption={`By age: ${stage}`}
      compact
      columns={[{ heading: "Age" }, { heading: "People", numeric: true }]}
      rows={figures.byAge.map(({ age, headcount }) => ({
        key: age,
        cells: [categoryTitle(AGE, age), exactText(headcount, "people")],
      }))}
    />
  );
}
