import { graduatesBy, type ProgrammeId, type ProgrammeYear } from "@/lib/supply/programmes";
import type { YearLaw } from "@/lib/supply/year-law";
import type { EffectiveAssumption } from "./effective-assumptions";
import type { Lever } from "./scenario";

/** The pools of a year with those who come out of programmes; where no limit is known they leave it at that. */
export function withGraduates(law: YearLaw, graduates: readonly number[]): YearLaw {
  if (graduates.every((count) => count === 0)) return law;
  const externalPool = law.externalPool?.map((pool, group) =>
    pool === null ? null : pool + (graduates[group] ?? 0),
  );
  return { ...law, externalPool };
}

/** Graduates by projection year and group under a scenario; `numberFrom` gives the number of an assumption of a programme. */
export function graduatesIn(
  assumptions: readonly EffectiveAssumption[],
  levers: readonly Lever[],
  years: readonly number[],
  numberFrom: (one: EffectiveAssumption) => number,
): number[][] {
  const said = (id: string, programme: ProgrammeId, year: number): number => {
    const lever = levers.find(
      (one) =>
        one.id === id && one.programme === programme && one.from <= year && year <= (one.to ?? Infinity),
    );
    if (lever !== undefined) return lever.value;
    const those = assumptions.filter((other) => other.id === id && other.programme === programme);
    // What is said of a nation goes before what is said of all.
    const one = those.find(({ place }) => place !== undefined) ?? those[0];
    return one === undefined ? 0 : numberFrom(one);
  };
  return graduatesBy(
    years,
    (programme, year): ProgrammeYear => ({
      starts: said("programme-starts", programme, year),
      withdrawal: said("programme-withdrawal", programme, year),
      conversion: said("programme-conversion", programme, year),
    }),
  );
}
