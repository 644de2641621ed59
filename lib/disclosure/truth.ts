import { WTE_UNITS } from "./draw";
import type { Frame } from "./frame";
import type { Cell } from "./ident";
import type { ReleaseInput } from "./release-input";

/** The exact values behind a release. Confidential: nothing but the build reads them. */
export type Truth = {
  /** People, devices, jobs as they are; WTE in units of the fifth decimal. */
  exact: (measure: string, cell: Cell) => number;
  /** Who has staff lines; who gave their establishment. */
  withStaff: ReadonlySet<string>;
  withPosts: ReadonlySet<string>;
  /** Who says something of a measure of devices, be it nought. */
  says: (measure: string) => ReadonlySet<string>;
};

const units = (wte: number): number => Math.round(wte * WTE_UNITS);

/**
 * Sums the lines once, by organisation, measure and category, in integers, so that the order of lines does not
 * matter. An organisation that gave no establishment on any line is in no cell of posts (`membersOf`). In one that
 * did, a line without establishment is of people whom no budget line covers: nothing is funded there.
 */
export function sumTruth(input: ReleaseInput, frame: Frame): Truth {
  const sums = new Map<string, number>();
  const add = (organisation: string, measure: string, value: number, of: Record<string, string>): void => {
    const answered = frame.response(organisation);
    if (!frame.has(organisation) || answered === "not_returned" || answered === "nil") {
      throw new Error(`A line of ${organisation}, which has not returned, has come into a release`);
    }
    for (const part of ["", ...Object.entries(of).map(([base, category]) => `${base}:${category}`)]) {
      const at = `${organisation}|${measure}|${part}`;
      sums.set(at, (sums.get(at) ?? 0) + value);
    }
  };

  for (const { organisation, headcount, wte, role, band, age, register, specialism } of input.staff) {
    const of = { role, band, age, register, specialism };
    add(organisation, "headcount", headcount, of);
    add(organisation, "in-post", units(wte), of);
  }

  const withPosts = new Set(
    input.posts.filter(({ establishment }) => establishment !== null).map(({ organisation }) => organisation),
  );
  for (const { organisation, role, band, specialism, ...post } of input.posts) {
    const of = { role, band, specialism };
    const funded = post.establishment !== null;
    add(organisation, "establishment", funded ? units(post.establishment ?? 0) : 0, of);
    add(organisation, "vacancy", funded ? units(post.vacancy) : -units(post.inPost), of);
    add(organisation, "temporary-cover", units(post.cover), of);
    add(organisation, "advertised", units(post.advertised), of);
    add(organisation, "frozen", units(post.frozen), of);
  }

  const says = new Map<string, Set<string>>([["devices", new Set(input.hasDevices)]]);
  for (const { organisation, riskClass, devices, ppmDue, ppmDueDone, ppmOnTime } of input.devices) {
    const timed = ppmDue !== null && ppmOnTime !== null;
    const values: Readonly<Record<string, number | null>> = {
      devices,
      "ppm-due": ppmDue,
      "ppm-due-done": ppmDueDone,
      "ppm-on-time-jobs": timed ? ppmOnTime : null,
      "ppm-due-timed": timed ? ppmDue : null,
    };
    for (const [measure, value] of Object.entries(values)) {
      if (value === null) continue;
      add(organisation, measure, value, { risk_class: riskClass });
      says.set(measure, (says.get(measure) ?? new Set()).add(organisation));
    }
  }

  return {
    exact(measure, { members, part }) {
      const parts = part === null ? [""] : part.of.map((category) => `${part.base}:${category}`);
      let sum = 0;
      for (const member of members) {
        for (const one of parts) sum += sums.get(`${member}|${measure}|${one}`) ?? 0;
      }
      return sum;
    },
    withStaff: new Set(input.staff.map(({ organisation }) => organisation)),
    withPosts,
    says: (measure) => says.get(measure) ?? new Set(),
  };
}
