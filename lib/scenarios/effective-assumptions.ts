import spreads from "@/data/assumptions/uncertainty.json";
import { type EVIDENCE_CLASSES, SUPPLY_DEFAULTS } from "@/lib/supply/assumptions";
import { GROUP_COUNT } from "@/lib/supply/groups";
import { groupOfProgramme, PROGRAMMES, type ProgrammeId } from "@/lib/supply/programmes";
import { centreOf, type Distribution } from "./distribution";
import { ASSUMPTIONS, type AssumptionId, groupsNamed } from "./known";
import type { Assumption, Scenario } from "./scenario";

/** One assumption as a projection uses it, and for whom. */
export type EffectiveAssumption = {
  id: AssumptionId;
  title: string;
  /** Positions of groups in `GROUPS`. */
  groups: readonly number[];
  /** The training programme that it is of; of none for most. */
  programme?: ProgrammeId;
  distribution: Assumption["distribution"];
  unit: string;
  source: string;
  reason: string;
  class: (typeof EVIDENCE_CLASSES)[number];
  from: "scenario" | "default";
};

const EVERY_GROUP: readonly number[] = Array.from({ length: GROUP_COUNT }, (_, group) => group);

/** The least sure of the defaults are spread: `data/assumptions/uncertainty.json`. */
const SPREADS = spreads as Readonly<
  Record<string, { title: string; distribution: Distribution; class: string; source: string; reason: string }>
>;

const byAge = (steps: readonly (readonly number[])[]): Assumption["distribution"] => ({
  kind: "by-age",
  steps: steps.map(([from = 0, value = 0]) => [from, value]),
});

/** The defaults, each in the form in which a scenario would set it. */
const DEFAULTS: readonly EffectiveAssumption[] = (() => {
  const { "leave-by-age": leave, "retire-by-age": retire, move, promote } = SUPPLY_DEFAULTS;
  const entry = SUPPLY_DEFAULTS["entry-age"];
  const hours = SUPPLY_DEFAULTS["returned-hours"];
  const given: [
    AssumptionId,
    Assumption["distribution"],
    { title: string; class: string; source: string; reason: string },
  ][] = [
    ["leave-by-age", byAge(leave.value), leave],
    ["move", { kind: "fixed", value: move.value }, move],
    ["promote", { kind: "fixed", value: promote.value }, promote],
    ["retire-by-age", byAge(retire.value), retire],
    ["entry-age", { kind: "normal-ages", ...entry.value }, entry],
    ["returned-hours", { kind: "fixed", value: hours.value }, hours],
    ...Object.entries(SPREADS).map(([id, one]): [AssumptionId, Assumption["distribution"], typeof one] => [
      id as AssumptionId,
      one.distribution,
      one,
    ]),
  ];
  return given.map(([id, distribution, { title, class: evidence, source, reason }]) => ({
    id,
    title,
    groups: EVERY_GROUP,
    distribution,
    unit: ASSUMPTIONS[id].unit,
    source,
    reason,
    class: evidence as EffectiveAssumption["class"],
    from: "default",
  }));
})();

/**
 * Every assumption of a projection: the scenario's own, and the defaults for the groups that it leaves out. A scenario
 * that sets `retire-by-age` for some groups leaves their pension sections out of account.
 */
export function effectiveAssumptions(scenario: Scenario): EffectiveAssumption[] {
  const own = scenario.assumptions.map(
    (one): EffectiveAssumption => ({
      id: one.id,
      title: ASSUMPTIONS[one.id].means,
      groups: one.programme === undefined ? groupsNamed(one.role) : [groupOfProgramme(one.programme)],
      ...(one.programme !== undefined && { programme: one.programme }),
      distribution: one.distribution,
      unit: ASSUMPTIONS[one.id].unit,
      source: one.source,
      reason: one.reason,
      class: one.class,
      from: "scenario",
    }),
  );
  const left = DEFAULTS.flatMap((one) => {
    const groups = one.groups.filter(
      (group) => !own.some(({ id, groups: taken }) => id === one.id && taken.includes(group)),
    );
    return groups.length > 0 ? [{ ...one, groups }] : [];
  });
  return [...own, ...left, ...ofProgrammes(scenario)];
}

/** What is not said of the programmes that a scenario sets starts of. */
function ofProgrammes({ assumptions, levers }: Scenario): EffectiveAssumption[] {
  const named = new Set([...assumptions, ...levers].flatMap(({ programme }) => programme ?? []));
  return [...named].flatMap((programme) => {
    const { title, withdrawal, conversion, source, reason, class: evidence } = PROGRAMMES[programme];
    const ids = ["programme-withdrawal", "programme-conversion"] as const;
    return ids
      .filter((id) => !assumptions.some((one) => one.id === id && one.programme === programme))
      .map(
        (id): EffectiveAssumption => ({
          id,
          title: `${title}: ${ASSUMPTIONS[id].means}`,
          groups: [groupOfProgramme(programme)],
          programme,
          distribution: { kind: "fixed", value: id === "programme-withdrawal" ? withdrawal : conversion },
          unit: ASSUMPTIONS[id].unit,
          source,
          reason,
          class: evidence as EffectiveAssumption["class"],
          from: "default",
        }),
      );
  });
}

/** Whether an assumption is a number that is drawn anew for each history. */
export function isUncertain({ distribution }: EffectiveAssumption): boolean {
  switch (distribution.kind) {
    case "fixed":
    case "by-age":
    case "ages":
    case "normal-ages":
      return false;
    default:
      return true;
  }
}

/** The centre of an assumption that is a number. */
export function numberOf({ distribution }: EffectiveAssumption): number {
  if (distribution.kind === "by-age" || distribution.kind === "ages" || distribution.kind === "normal-ages")
    throw new Error("A table is no number");
  return centreOf(distribution);
}
