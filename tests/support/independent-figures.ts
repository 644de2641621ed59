import { cells } from "./independent-totals";

/**
 * Every exact figure of one organisation, by the second, separate way: from its files' text and the words of the
 * method alone, with none of the code that the product reads, counts or groups with. Keyed
 * `measure|dimension|category`; a key that is absent is nought.
 */
export type ExactFigures = Map<string, number>;

type Line = Record<string, string>;

/** Groups as the disclosure method has them. */
const GROUPS: Record<string, Record<string, string>> = {
  role4: {
    clinical_scientist: "scientists_and_engineers",
    professional_engineer: "scientists_and_engineers",
    clinical_technologist: "technologists",
    associate: "associates_and_trainees",
    trainee: "associates_and_trainees",
    manager: "managers_and_support",
    support: "managers_and_support",
  },
  band4: {
    ...{ 2: "2_to_4", 3: "2_to_4", 4: "2_to_4", 5: "5_to_6", 6: "5_to_6", 7: "7_to_8a", "8a": "7_to_8a" },
    ...{ "8b": "8b_and_above", "8c": "8b_and_above", "8d_9": "8b_and_above", other: "8b_and_above" },
  },
  age3: {
    ...{ under_25: "under_35", "25_34": "under_35", "35_44": "35_to_54", "45_54": "35_to_54" },
    ...{ "55_64": "55_and_over", "65_plus": "55_and_over" },
  },
  specialism4: {
    equipment_management: "equipment",
    device_governance: "equipment",
    equipment_library: "equipment",
    community: "equipment",
    rehabilitation: "rehabilitation_and_measurement",
    clinical_measurement: "rehabilitation_and_measurement",
    renal: "renal_and_radiation",
    radiation: "renal_and_radiation",
    device_design: "design_and_computing",
    clinical_computing: "design_and_computing",
    connectivity: "design_and_computing",
    other: "design_and_computing",
  },
};
const COARSE: Record<string, string> = {
  role: "role4",
  band: "band4",
  age: "age3",
  specialism: "specialism4",
};

const bandOf = (band = ""): string => (band === "8d" || band === "9" ? "8d_9" : band);

function ageOf(band = ""): string {
  if (band === "unknown" || band === "under_25") return band;
  const from = Number(band.slice(0, 2));
  if (from >= 65) return "65_plus";
  const ten = from - ((from - 25) % 10);
  return `${ten}_${ten + 9}`;
}

const number = (cell = ""): number => (cell === "" ? 0 : Number(cell));

/** The usual risk class of every device category, as the committed table says it. */
export function riskClasses(categories: string): Map<string, string> {
  return new Map(cells(categories).map((row) => [row.code ?? "", row.usual_risk_class ?? ""]));
}

export function independentFigures(
  files: { workforce: string; devices: string },
  risks: ReadonlyMap<string, string>,
): ExactFigures {
  const figures: ExactFigures = new Map();
  const addTo = (key: string, amount: number) =>
    figures.set(key, Math.round(((figures.get(key) ?? 0) + amount) * 1e5) / 1e5);
  const add = (measure: string, amount: number, of: Line) => {
    addTo(`${measure}|all|all`, amount);
    for (const [dimension, category] of Object.entries(of)) {
      addTo(`${measure}|${dimension}|${category}`, amount);
      const coarse = COARSE[dimension];
      const group = coarse && GROUPS[coarse]?.[category];
      if (group) addTo(`${measure}|${coarse}|${group}`, amount);
    }
  };

  const staff = cells(files.workforce);
  const described = (row: Line) => ({
    role: row.role ?? "",
    band: bandOf(row.afc_band),
    specialism: row.specialism ?? "",
  });

  // A person with several posts is counted where the largest of them is, with all their WTE.
  const people = new Map<string, Line[]>();
  for (const [place, row] of staff.entries()) {
    if (row.line_type !== "person" && row.line_type !== "group") continue;
    const key = row.line_type === "person" && row.person_key ? row.person_key : `line ${place}`;
    people.set(key, [...(people.get(key) ?? []), row]);
  }
  for (const posts of people.values()) {
    const largest = posts.reduce((a, b) => (number(b.in_post_wte) > number(a.in_post_wte) ? b : a));
    const of = { ...described(largest), age: ageOf(largest.age_band) };
    const heads = largest.line_type === "group" ? number(largest.headcount) : 1;
    add("headcount", heads, of);
    const programme = largest.training_programme || "none";
    if (largest.role === "trainee" || programme !== "none") {
      addTo("trainees|all|all", heads);
      addTo(`trainees|programme|${programme === "none" ? "unknown" : programme}`, heads);
      addTo(`trainees|funding|${largest.training_funding || "unknown"}`, heads);
    }
    add(
      "in-post",
      posts.reduce((sum, post) => sum + number(post.in_post_wte), 0),
      of,
    );
  }

  const hasBudget = staff.some((row) => row.line_type === "budget");
  const fundedBy = (row: Line) =>
    hasBudget && row.line_type !== "budget" ? 0 : number(row.establishment_wte);
  const vacant = staff.reduce((sum, row) => sum + fundedBy(row) - number(row.in_post_wte), 0);
  // What the organisation has said: of cover by having the column, of its vacancies by lines or by having none.
  const saysCover = staff.some((row) => row.temporary_cover_wte !== undefined);
  const saysVacancies = vacant < 1e-9 || staff.some((row) => row.line_type === "vacancy");
  for (const row of staff) {
    const of = described(row);
    const funded = fundedBy(row);
    if (saysCover) add("establishment-with-cover", funded, of);
    if (saysCover) add("vacancy-with-cover", funded - number(row.in_post_wte), of);
    if (saysVacancies) add("establishment-with-vacancies", funded, of);
    add("establishment", funded, of);
    add("vacancy", funded - number(row.in_post_wte), of);
    add("temporary-cover", number(row.temporary_cover_wte), of);
    if (row.line_type !== "vacancy") continue;
    const wte = row.establishment_wte ? number(row.establishment_wte) : number(row.headcount || "1");
    if (row.vacancy_state === "advertised" || row.vacancy_state === "offer_made") add("advertised", wte, of);
    if (row.vacancy_state === "frozen") add("frozen", wte, of);
  }

  for (const row of cells(files.devices)) {
    const of = { risk_class: row.risk_class || (risks.get(row.category ?? "") ?? "") };
    add("devices", number(row.device_count_end), of);
    if (row.ppm_due) add("ppm-due", number(row.ppm_due), of);
    if (row.ppm_due && row.ppm_due_done) {
      add("ppm-due-done", number(row.ppm_due_done), of);
      add("ppm-due-of-done", number(row.ppm_due), of);
    }
    if (row.ppm_due && row.ppm_on_time) {
      add("ppm-on-time-jobs", number(row.ppm_on_time), of);
      add("ppm-due-timed", number(row.ppm_due), of);
    }
  }
  return figures;
}

/** Figures added up, key by key. */
export function summed(all: Iterable<ExactFigures>): ExactFigures {
  const sum: ExactFigures = new Map();
  for (const figures of all)
    for (const [key, amount] of figures) sum.set(key, Math.round(((sum.get(key) ?? 0) + amount) * 1e5) / 1e5);
  return sum;
}
