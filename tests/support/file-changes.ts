/** One line of a clean return file, by column name. */
type Line = Record<string, string>;

/** A change to a file, and by how much each figure of its organisation must change, said by hand: nothing else may. */
export type FileChange = {
  organisation: string;
  part: "workforce" | "devices";
  change(lines: readonly Line[]): { lines: Line[]; by: Record<string, number> };
};

/** A file with one change made to its lines; nothing else of it moves. */
export function changedFile(
  text: string,
  { change }: FileChange,
): { text: string; by: Record<string, number> } {
  const [header = "", ...rest] = text.trimEnd().split("\n");
  const columns = header.split(",");
  const { lines, by } = change(
    rest.map((line) =>
      Object.fromEntries(line.split(",").map((cell, place) => [columns[place] ?? "", cell])),
    ),
  );
  const cellsOf = (line: Line) => columns.map((column) => line[column] ?? "").join(",");
  return { text: `${[header, ...lines.map(cellsOf)].join("\n")}\n`, by };
}

/** The line that fits, and the file with another in its place (none: without it). */
function swapped(lines: readonly Line[], fits: (line: Line) => boolean, change: (line: Line) => Line | null) {
  const place = lines.findIndex(fits);
  const line = lines[place];
  if (!line) throw new Error("The sample's file has no such line to change.");
  const rest = lines.filter((one) => one !== line);
  const put = change(line);
  return { line, lines: put === null ? rest : [...rest.slice(0, place), put, ...rest.slice(place)] };
}

const inOnePost = (lines: readonly Line[]) => (line: Line) =>
  line.line_type === "person" &&
  lines.filter(({ person_key }) => person_key === line.person_key).length === 1;

export const FILE_CHANGES: Record<string, FileChange> = {
  "a vacant post more, covered by agency staff": {
    organisation: "ZS006",
    part: "workforce",
    change: (lines) => ({
      lines: [
        ...lines,
        {
          census_date: lines[0]?.census_date ?? "",
          organisation_code: "ZS006",
          line_type: "vacancy",
          post_ref: "NEW1",
          role: "clinical_technologist",
          specialism: "equipment_management",
          afc_band: "6",
          establishment_wte: "0.8",
          vacancy_state: "advertised",
          temporary_cover_wte: "0.25",
        },
      ],
      by: {
        "establishment|all|all": 0.8,
        "vacancy|all|all": 0.8,
        "advertised|all|all": 0.8,
        "temporary-cover|all|all": 0.25,
        "vacancy|role|clinical_technologist": 0.8,
      },
    }),
  },
  "a person and their post gone": {
    organisation: "ZS003",
    part: "workforce",
    change: (all) => {
      const { line, lines } = swapped(all, inOnePost(all), () => null);
      const establishment = Number(line.establishment_wte);
      const wte = Number(line.in_post_wte);
      return {
        lines,
        by: {
          "headcount|all|all": -1,
          "in-post|all|all": -wte,
          "establishment|all|all": -establishment,
          "vacancy|all|all": wte - establishment,
          "temporary-cover|all|all": -Number(line.temporary_cover_wte || 0),
          [`headcount|specialism|${line.specialism}`]: -1,
        },
      };
    },
  },
  "fewer hours worked in a post": {
    organisation: "ZS006",
    part: "workforce",
    change: (all) => {
      const fits = (line: Line) => inOnePost(all)(line) && line.in_post_wte === "1";
      const { line, lines } = swapped(all, fits, (person) => ({ ...person, in_post_wte: "0.61" }));
      return {
        lines,
        by: { "in-post|all|all": -0.39, "vacancy|all|all": 0.39, [`in-post|role|${line.role}`]: -0.39 },
      };
    },
  },
  "a person of another age": {
    organisation: "ZS006",
    part: "workforce",
    change: (all) => {
      const fits = (line: Line) => inOnePost(all)(line) && line.age_band === "45_49";
      const { lines } = swapped(all, fits, (person) => ({ ...person, age_band: "60_64" }));
      return {
        lines,
        by: {
          "headcount|age|45_54": -1,
          "headcount|age|55_64": 1,
          "headcount|age3|35_to_54": -1,
          "headcount|age3|55_and_over": 1,
        },
      };
    },
  },
  "a budget raised, in a file that says posts by budget": {
    organisation: "ZS004",
    part: "workforce",
    change: (all) => {
      const fits = (line: Line) => line.line_type === "budget";
      const { line, lines } = swapped(all, fits, (budget) => ({
        ...budget,
        establishment_wte: (Number(budget.establishment_wte) + 0.5).toFixed(5),
      }));
      return {
        lines,
        by: {
          "establishment|all|all": 0.5,
          "vacancy|all|all": 0.5,
          [`establishment|role|${line.role}`]: 0.5,
          [`vacancy|role|${line.role}`]: 0.5,
        },
      };
    },
  },
  "devices more, and their maintenance done late": {
    organisation: "ZS013",
    part: "devices",
    change: (all) => {
      const fits = (line: Line) => Number(line.ppm_on_time) > 5;
      const { lines } = swapped(all, fits, (devices) => ({
        ...devices,
        device_count_end: String(Number(devices.device_count_end) + 7),
        ppm_on_time: String(Number(devices.ppm_on_time) - 3),
      }));
      return { lines, by: { "devices|all|all": 7, "ppm-on-time-jobs|all|all": -3 } };
    },
  },
};
