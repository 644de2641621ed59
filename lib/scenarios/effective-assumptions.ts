import spreads from "@/data/assumptions/uncertainty.json";
import { type EVIDENCE_CLASSES, SUPPLY_DEFAULTS } from "@/lib/supply/assumptions";
import { GROUP_COUNT, TRAINEES } from "@/lib/supply/groups";
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
  /** The nation that it is of; of all places for most. */
  place?: string;
  distribution: Assumption["distribution"];
  unit: string;
  source: string;
  reason: string;
  class: (typeof EVIDENCE_CLASSES)[number];
  /** `release`: estimated from the returns behind the release that is projected. */
  from: "scenario" | "release" | "default";
};

export const EVERY_GROUP: readonly number[] = Array.from({ length: GROUP_COUNT }, (_, group) => group);

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
 * Every assumption of a projection: the scenario's own; for the groups that it leaves out what the returns behind a
 * release tell (`known`); and the defaults for the rest. A scenario that sets `retire-by-age` for some groups leaves
 * their pension sections out of account.
 */
export function effectiveAssumptions(
  scenario: Scenario,
  known: readonly EffectiveAssumption[] = [],
): EffectiveAssumption[] {
  const own = scenario.assumptions.map(
    (one): EffectiveAssumption => ({
      id: one.id,
      title: ASSUMPTIONS[one.id].means,
      groups: groupsOf(one),
      ...(one.programme !== undefined && { programme: one.programme }),
      ...(one.place !== undefined && { place: one.place }),
      distribution: one.distribution,
      unit: ASSUMPTIONS[one.id].unit,
      source: one.source,
      reason: one.reason,
      class: one.class,
      from: "scenario",
    }),
  );
  const told = withTheirTables(leftBy(own, known));
  return [...own, ...told, ...leftBy([...own, ...told], DEFAULTS), ...ofProgrammes(scenario)];
}

/** The groups that an assumption of a scenario is of. */
function groupsOf({ id, role, programme }: Assumption): number[] {
  if (programme !== undefined) return [groupOfProgramme(programme)];
  return id === "training-completion" ? [TRAINEES] : groupsNamed(role);
}

/** What of these is for groups for which `taken` says nothing. */
const leftBy = (
  taken: readonly EffectiveAssumption[],
  all: readonly EffectiveAssumption[],
): EffectiveAssumption[] =>
  all.flatMap((one) => {
    const groups = one.groups.filter(
      (group) => !taken.some(({ id, groups: theirs }) => id === one.id && theirs.includes(group)),
    );
    return groups.length > 0 ? [{ ...one, groups }] : [];
  });

/** A multiplier that belongs to a table goes where the whole table is the scenario's own. */
const withTheirTables = (all: readonly EffectiveAssumption[]): EffectiveAssumption[] =>
  all.filter(({ id }) => {
    const table = TABLE_OF[id];
    return table === undefined || all.some((one) => one.id === table);
  });

const TABLE_OF: Partial<Record<AssumptionId, AssumptionId>> = {
  "leaving-multiplier": "leave-by-age",
  "retirement-multiplier": "retire-by-age",
};

/** What is not said of the programmes that a scenario sets starts of. */
function ofProgrammes({ assumptions, levers }: Scenario): EffectiveAssumption[] {
  const named = new Set([...assumptions, ...levers].flatMap(({ programme }) => programme ?? []));
  return [...named].flatMap((programme) => {
    const { title, withdrawal, conversion, source, reason, class: evidence } = PROGRAMMES[programme];
    const ids = ["programme-withdrawal", "programme-conversion"] as const;
    return ids
      .filter(
        (id) =>
          !assumptions.some((one) => one.id === id && one.programme === programme && one.place === undefined),
      )
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

/** Whether an assumption is drawn anew for each history: a number, or how high a table of rates stands. */
export function isUncertain({ distribution }: EffectiveAssumption): boolean {
  switch (distribution.kind) {
    case "by-age":
      return (distribution.factor ?? 1) > 1;
    case "fixed":
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

/** What is drawn of an uncertain assumption: the number itself; of a table of rates, what multiplies its hazards. */
export function spreadOf({ id, distribution }: EffectiveAssumption): Distribution {
  if (distribution.kind === "by-age")
    return { kind: "lognormal", median: 1, factor: distribution.factor ?? 1 };
  if (distribution.kind === "ages" || distribution.kind === "normal-ages")
    throw new Error(`${id} is a spread of ages, and is not drawn`);
  return distribution;
}
