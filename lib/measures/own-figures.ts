import type { DeviceSum } from "./device-measures";

/** An organisation's exact figures, for its own people only. Null is not known, never zero. */
export type OwnFigures = {
  establishment: number | null;
  inPost: number;
  headcount: number;
  vacancy: number | null;
  vacancyRate: number | null;
  unfilled: number | null;
  unfilledRate: number | null;
  advertised: number;
  advertisedRate: number | null;
  frozen: number;
  cover: number;
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

export type OwnSums = {
  staff: readonly { role: string; age: string; headcount: number; wte: number }[];
  posts: readonly {
    role: string;
    establishment: number | null;
    inPost: number;
    advertised: number;
    frozen: number;
    cover: number;
  }[];
  /** Null where no devices part was sent. */
  devices: readonly { sums: Readonly<Partial<Record<DeviceSum, number | null>>> }[] | null;
};

const OVER_55 = new Set(["55_64", "65_plus"]);
const total = <T>(rows: readonly T[], value: (row: T) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0);
/** Sums of WTE carry five decimals, as returns do. */
const wte = (value: number) => Math.round(value * 1e5) / 1e5;
const percent = (part: number | null, whole: number | null) =>
  part === null || whole === null || whole === 0 ? null : (100 * part) / whole;

/** Forms an organisation's exact figures from its sums (ages in ten-year bands). Percentages in per cent, unrounded. */
export function ownFigures({ staff, posts, devices }: OwnSums): OwnFigures {
  const reasons: string[] = [];
  const given = posts.some((post) => post.establishment !== null);
  const establishment = given ? wte(total(posts, (post) => post.establishment ?? 0)) : null;
  if (!given && posts.length > 0) reasons.push("No line gives an establishment, so vacancy is not known.");
  const inPost = wte(total(posts, (post) => post.inPost));
  const advertised = wte(total(posts, (post) => post.advertised));
  const cover = wte(total(posts, (post) => post.cover));
  const vacancy = establishment === null ? null : wte(establishment - inPost);
  const unfilled = vacancy === null ? null : wte(vacancy - cover);
  const headcount = total(staff, (row) => row.headcount);
  const aged55 = total(staff, (row) => (OVER_55.has(row.age) ? row.headcount : 0));
  const unknownAge = total(staff, (row) => (row.age === "unknown" ? row.headcount : 0));
  if (devices === null) reasons.push("No devices file was sent, so devices and maintenance are not known.");
  const sumOf = (measure: DeviceSum): number | null => {
    const said = (devices ?? []).flatMap(({ sums }) => sums[measure] ?? []);
    return said.length > 0 ? total(said, (value) => value) : null;
  };
  const ppmOnTime = sumOf("ppm-on-time-jobs");
  if (devices !== null && ppmOnTime === null)
    reasons.push("No line says how much planned maintenance was on time.");
  const roles = [...new Set([...staff, ...posts].map((row) => row.role))].sort();
  const ages = [...new Set(staff.map((row) => row.age))].sort();
  return {
    establishment,
    inPost,
    headcount,
    vacancy,
    vacancyRate: percent(vacancy, establishment),
    unfilled,
    unfilledRate: percent(unfilled, establishment),
    advertised,
    advertisedRate: percent(advertised, establishment),
    frozen: wte(total(posts, (post) => post.frozen)),
    cover,
    share55: percent(aged55, headcount - unknownAge),
    aged55,
    unknownAge,
    devices: devices === null ? null : (sumOf("devices") ?? 0),
    ppmDue: sumOf("ppm-due"),
    ppmOnTime,
    onTimeRate: percent(ppmOnTime, sumOf("ppm-due-timed")),
    byRole: roles.map((role) => ({
      role,
      headcount: total(
        staff.filter((row) => row.role === role),
        (row) => row.headcount,
      ),
      wte: wte(
        total(
          posts.filter((row) => row.role === role),
          (row) => row.inPost,
        ),
      ),
      establishment: given
        ? wte(
            total(
              posts.filter((row) => row.role === role),
              (row) => row.establishment ?? 0,
            ),
          )
        : null,
    })),
    byAge: ages.map((age) => ({
      age,
      headcount: total(
        staff.filter((row) => row.age === age),
        (row) => row.headcount,
      ),
    })),
    reasons,
  };
}
