import { compareCategories, type Dimension } from "./dimension";
import { knownDimension } from "./dimensions";
import { type OwnSums, ownValue } from "./own-values";

/** An organisation's exact figures, for its own people only. Null is not known, never zero. */
export type OwnFigures = {
  establishment: number | null;
  inPost: number;
  headcount: number;
  vacancy: number | null;
  vacancyRate: number | null;
  unfilled: number | null;
  unfilledRate: number | null;
  advertised: number | null;
  advertisedRate: number | null;
  frozen: number | null;
  cover: number | null;
  /** Of people whose age is known. */
  share55: number | null;
  aged55: number;
  unknownAge: number;
  devices: number | null;
  ppmDue: number | null;
  ppmOnTime: number | null;
  onTimeRate: number | null;
  byRole: { role: string; headcount: number; wte: number; establishment: number | null }[];
  byAge: { age: string; headcount: number }[];
  /** Why a figure is not known, in sentences. */
  reasons: string[];
};

const ROLE = knownDimension("role");
const AGE = knownDimension("age");
const OVER_55 = ["55_64", "65_plus"];
/** Sums of WTE carry five decimals, as returns do. */
const wte = (value: number) => Math.round(value * 1e5) / 1e5;

const categoriesOf = (dimension: Dimension): string[] =>
  dimension.categories.map(({ id }) => id).sort((a, b) => compareCategories(dimension, a, b));

/** The exact figures that are looked at most, with people by role and age. Percentages in per cent, unrounded. */
export function ownFigures(sums: OwnSums): OwnFigures {
  const of = (measure: string) => ownValue(measure, sums);
  const said = (measure: string) => of(measure) ?? 0;
  const role = (measure: string, id: string) => ownValue(measure, sums, { base: "role", of: [id] });
  const aged = (ages: readonly string[]) => sums.exact("headcount", { base: "age", of: ages });
  const vacancy = of("vacancy");
  const cover = of("temporary-cover");
  const reasons: string[] = [];
  if (!sums.says("posts")) reasons.push("No line gives an establishment, so vacancy is not known.");
  else {
    if (!sums.says("cover"))
      reasons.push("The file has no column of temporary cover, so what is unfilled is not known.");
    if (!sums.says("vacancies"))
      reasons.push(
        "Posts are vacant and no line describes them, so what is advertised or frozen is not known.",
      );
  }
  if (!sums.says("devices"))
    reasons.push("No devices file was sent, so devices and maintenance are not known.");
  else if (!sums.says("maintenance-timed"))
    reasons.push("No line says how much planned maintenance was on time.");
  return {
    establishment: of("establishment"),
    inPost: said("in-post"),
    headcount: said("headcount"),
    vacancy,
    vacancyRate: of("vacancy-rate"),
    unfilled: vacancy === null || cover === null ? null : wte(vacancy - cover),
    unfilledRate: of("vacancy-rate-unfilled"),
    advertised: of("advertised"),
    advertisedRate: of("vacancy-rate-advertised"),
    frozen: of("frozen"),
    cover,
    share55: of("share-55-and-over"),
    aged55: aged(OVER_55),
    unknownAge: aged(["unknown"]),
    devices: of("devices"),
    ppmDue: of("ppm-due"),
    ppmOnTime: of("ppm-on-time-jobs"),
    onTimeRate: of("planned-maintenance-on-time"),
    byRole: categoriesOf(ROLE)
      .map((id) => ({
        role: id,
        headcount: role("headcount", id) ?? 0,
        wte: role("in-post", id) ?? 0,
        establishment: role("establishment", id),
      }))
      .filter(({ headcount, wte: inPost, establishment }) => headcount > 0 || inPost > 0 || establishment),
    byAge: categoriesOf(AGE)
      .map((age) => ({ age, headcount: aged([age]) }))
      .filter(({ headcount }) => headcount > 0),
    reasons,
  };
}
