import type { PartName } from "@/lib/returns/part";
import { csvLines, type Line } from "./csv-lines";
import { addOf, type ExactFigures } from "./exact-figures";
import { addDevices, assetLine, deviceLine } from "./independent-devices";
import { ageOf, bandOf, registerOf, stepOf } from "./independent-groups";

export type SentFile = { part: PartName; text: string };

const number = (cell = ""): number => (cell === "" ? 0 : Number(cell));

/** The usual risk class of every device category, as the committed table says it. */
export function riskClasses(categories: string): Map<string, string> {
  return new Map(csvLines(categories).map((row) => [row.code ?? "", row.usual_risk_class ?? ""]));
}

/**
 * Every exact figure that one return makes, by the second, separate way: from its files' text and the words of the
 * method alone, with none of the code that the product reads, counts or groups with. By organisation, since a host's
 * lines may speak of others: staff count at their employer, devices at their owner.
 */
export function independentFigures(
  files: readonly SentFile[],
  risks: ReadonlyMap<string, string>,
): Map<string, ExactFigures> {
  const organisations = new Map<string, ExactFigures>();
  const at = (code = ""): ExactFigures => {
    const figures = organisations.get(code) ?? new Map();
    organisations.set(code, figures);
    return figures;
  };
  const linesOf = (part: PartName) =>
    files.filter((file) => file.part === part).map(({ text }) => csvLines(text));
  const byOwner = (lines: readonly Line[], owner: string) => {
    const groups = new Map<string, Line[]>();
    for (const line of lines) {
      const code = line[owner] || (line.organisation_code ?? "");
      groups.set(code, [...(groups.get(code) ?? []), line]);
    }
    return groups;
  };

  for (const [code, lines] of byOwner(linesOf("workforce").flat(), "employer_organisation_code")) {
    addPeople(at(code), lines);
    addPosts(at(code), lines);
  }
  const equipment = [
    ...linesOf("devices").flat().map(deviceLine),
    ...linesOf("assets").flat().map(assetLine),
  ];
  for (const [code, lines] of byOwner(equipment, "owner_organisation_code"))
    addDevices(at(code), lines, risks);
  const flows = linesOf("flows");
  const sender = linesOf("workforce").flat()[0]?.organisation_code ?? "";
  if (flows.length > 0) addFlows(at(sender), flows.flat());
  for (const line of linesOf("profile").flat()) addService(at(line.organisation_code), line);
  return organisations;
}

/** A person with several posts is counted where the largest of them is, with all their WTE. */
function addPeople(figures: ExactFigures, lines: readonly Line[]): void {
  const people = new Map<string, Line[]>();
  for (const [place, row] of lines.entries()) {
    if (row.line_type !== "person" && row.line_type !== "group") continue;
    const key = row.line_type === "person" && row.person_key ? row.person_key : `line ${place}`;
    people.set(key, [...(people.get(key) ?? []), row]);
  }
  for (const posts of people.values()) {
    const largest = posts.reduce((a, b) => (number(b.in_post_wte) > number(a.in_post_wte) ? b : a));
    const of = {
      role: largest.role ?? "",
      band: bandOf(largest.afc_band),
      specialism: largest.specialism ?? "",
      age: ageOf(largest.age_band),
      register: registerOf(largest.registration),
    };
    const heads = largest.line_type === "group" ? number(largest.headcount) : 1;
    const wte = posts.reduce((sum, post) => sum + number(post.in_post_wte), 0);
    addOf(figures, "headcount", heads, of);
    addOf(figures, "in-post", wte, of);
    const eligible = (largest.registration ?? "").split(";").includes("eligible_not_registered");
    addOf(figures, "eligible-not-registered", eligible ? heads : 0);
    const programme = largest.training_programme || "none";
    if (largest.role === "trainee" || programme !== "none")
      addOf(figures, "trainees", heads, {
        programme: programme === "none" ? "unknown" : programme,
        funding: largest.training_funding || "unknown",
      });
    if (!largest.absence) continue;
    addOf(figures, "in-post-absence-known", wte);
    addOf(figures, "available", largest.absence === "none" ? wte : 0);
  }
}

/** Posts, of an organisation that gave its establishment. */
function addPosts(figures: ExactFigures, lines: readonly Line[]): void {
  if (!lines.some((row) => row.establishment_wte)) return;
  const hasBudget = lines.some((row) => row.line_type === "budget");
  const fundedBy = (row: Line) =>
    hasBudget && row.line_type !== "budget" ? 0 : number(row.establishment_wte);
  const vacant = lines.reduce((sum, row) => sum + fundedBy(row) - number(row.in_post_wte), 0);
  // What the organisation has said: of cover by having the column, of its vacancies by lines or by having none.
  const saysCover = lines.some((row) => row.temporary_cover_wte !== undefined);
  const saysVacancies = vacant < 1e-9 || lines.some((row) => row.line_type === "vacancy");
  for (const row of lines) {
    const of = { role: row.role ?? "", band: bandOf(row.afc_band), specialism: row.specialism ?? "" };
    const add = (measure: string, amount: number) => addOf(figures, measure, amount, of);
    const funded = fundedBy(row);
    add("establishment", funded);
    add("vacancy", funded - number(row.in_post_wte));
    if (saysCover) {
      add("establishment-with-cover", funded);
      add("vacancy-with-cover", funded - number(row.in_post_wte));
      add("temporary-cover", number(row.temporary_cover_wte));
    }
    if (!saysVacancies) continue;
    const wte = row.establishment_wte ? number(row.establishment_wte) : number(row.headcount || "1");
    const isVacancy = (...states: string[]) =>
      row.line_type === "vacancy" && states.includes(row.vacancy_state ?? "");
    add("establishment-with-vacancies", funded);
    add("advertised", isVacancy("advertised", "offer_made") ? wte : 0);
    add("frozen", isVacancy("frozen") ? wte : 0);
  }
}

/** Joiners, leavers and movers. A service that moved as a whole is no movement of people. */
function addFlows(figures: ExactFigures, lines: readonly Line[]): void {
  const moved = lines.filter((row) => row.reason !== "transfer_of_service");
  const heads = (fits: (row: Line) => boolean) =>
    moved.filter(fits).reduce((sum, row) => sum + number(row.headcount), 0);
  const within = ["other_nhs", "same_organisation_other_service"];
  addOf(figures, "headcount-with-flows", figures.get("headcount|all|all") ?? 0);
  addOf(
    figures,
    "joiners",
    heads(({ direction }) => direction === "joiner"),
  );
  addOf(
    figures,
    "leavers",
    heads(({ direction }) => direction === "leaver"),
  );
  addOf(figures, "movers", 0);
  for (const row of moved.filter(({ direction }) => direction === "mover"))
    addOf(figures, "movers", number(row.headcount), { step: stepOf(row.band_from, row.band_to) });
  addOf(
    figures,
    "leavers-within-nhs",
    heads(({ direction, destination = "" }) => direction === "leaver" && within.includes(destination)),
  );
}

/** What one service unit says of itself: a question left blank adds nothing. */
function addService(figures: ExactFigures, row: Line): void {
  const add = (measure: string, amount = 1, of: Record<string, string> = {}) =>
    addOf(figures, measure, amount, of);
  const said = (...columns: string[]) => columns.every((column) => row[column]);
  const several = (column: string) => (row[column] ?? "").split(";").filter((value) => value !== "none");
  if (said("sufficiency")) {
    add("services-with-sufficiency");
    add("services-insufficient", number(row.sufficiency) <= 2 ? 1 : 0);
  }
  if (said("device_procurements_12m", "procurements_from_specification", "procurements_not_consulted")) {
    add("device-procurements", number(row.device_procurements_12m));
    add("procurements-from-specification", number(row.procurements_from_specification));
    add("procurements-not-consulted", number(row.procurements_not_consulted));
  }
  if (said("represented_on")) {
    add("services-with-representation");
    for (const seat of several("represented_on")) add("services-represented", 1, { seat });
  }
  if (said("reports_to")) add("services-with-reporting-line", 1, { reports_to: row.reports_to ?? "" });
  if (said("network_incidents_12m", "network_incidents_before_harm")) {
    add("network-incidents", number(row.network_incidents_12m));
    add("network-incidents-before-harm", number(row.network_incidents_before_harm));
  }
  if (said("accreditation")) {
    add("services-with-accreditation");
    for (const standard of several("accreditation")) add("services-accredited", 1, { standard });
  }
  if (said("on_call")) add("services-with-on-call", 1, { on_call: row.on_call ?? "" });
}
