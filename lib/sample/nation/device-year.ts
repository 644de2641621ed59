import { type Random, randomStream } from "../random";
import type { CategoryFacts } from "./category-facts";
import { deviceTraits } from "./device-traits";
import { countOf, type DeviceGroup } from "./fleet";
import { isVacant, type Post } from "./team";
import { TIMES_WITHOUT_DEFAULT } from "./times-without-default";

type PlannedWork = {
  intervalMonths: number | null;
  basis: "manufacturer" | "risk_based" | "none";
  due: number;
  dueDone: number;
  onTime: number;
  notFound: number;
  jobs: number;
  hours: number;
};
type RepairWork = { jobs: number; hours: number; medianDays: number };

/** A group of devices at a census and the work on it in the twelve months before. */
export type DeviceYear = {
  group: DeviceGroup;
  end: number;
  connected: number;
  unsupported: number;
  overLife: number;
  meanAgeYears: number;
  replacementValueGbp: number;
  contractCostGbp: number;
  partsCostGbp: number;
  planned: PlannedWork;
  repairs: RepairWork;
};

/** How well a year's work went in an organisation: worse where posts stand vacant. */
type Pace = { done: number; onTime: number; slow: number; waits: number };

/** The devices of an organisation at a census, and the year's work on them: a function of the fleet and the team. */
export function deviceYears(
  seed: number,
  organisation: string,
  census: string,
  fleet: readonly DeviceGroup[],
  posts: readonly Post[],
  facts: ReadonlyMap<string, CategoryFacts>,
): DeviceYear[] {
  const random = randomStream(seed, `nation work ${organisation} ${census}`);
  const vacancy = posts.length === 0 ? 0 : posts.filter(isVacant).length / posts.length;
  const pace: Pace = {
    done: within(random.normal(0.93, 0.03) - 0.4 * vacancy, 0.7, 0.99),
    onTime: within(random.normal(0.9, 0.04) - 0.4 * vacancy, 0.6, 0.99),
    // An organisation's own speed is the same each year; on the whole a little slower than the illustrative times.
    slow: within(randomStream(seed, `nation speed ${organisation}`).normal(1.06, 0.12), 0.75, 1.4),
    waits: 4 + 25 * vacancy,
  };
  const year = Number(census.slice(0, 4));
  return fleet.map((group) => deviceYear(random, group, year, pace, facts.get(group.category)));
}

function deviceYear(
  random: Random,
  group: DeviceGroup,
  year: number,
  pace: Pace,
  facts: CategoryFacts | undefined,
): DeviceYear {
  const end = countOf(group);
  const { lifeYears, priceGbp, connected: connectedIn2023 } = deviceTraits(group.category);
  const overLife = group.byAge.reduce((sum, count, age) => (age >= lifeYears ? sum + count : sum), 0);
  const years = group.byAge.reduce((sum, count, age) => sum + count * (age + 0.5), 0);
  const share = connectedIn2023 === 0 ? 0 : Math.min(1, connectedIn2023 + 0.035 * (year - 2023));
  const connected = Math.round(end * share);
  const value = end * priceGbp * (1 + 0.03 * (year - 2023));
  const { maintenance } = group;
  const contract = maintenance.startsWith("contract") || maintenance === "shared";
  return {
    group,
    end,
    connected,
    unsupported: Math.min(connected, Math.round(connected * (0.02 + 0.1 * random.uniform()))),
    overLife,
    meanAgeYears: end === 0 ? 0 : years / end,
    replacementValueGbp: Math.round(value / 100) * 100,
    contractCostGbp: contract ? Math.round(value * (maintenance === "contract_full" ? 0.07 : 0.03)) : 0,
    partsCostGbp: ours(group) > 0 ? Math.round(value * (0.007 + 0.01 * random.uniform())) : 0,
    planned: plannedWork(random, group, end, pace, facts),
    repairs: repairWork(random, group, end, overLife, pace, facts),
  };
}

function plannedWork(
  random: Random,
  group: DeviceGroup,
  end: number,
  pace: Pace,
  facts: CategoryFacts | undefined,
): PlannedWork {
  const interval = group.maintenance === "none" ? null : (facts?.ppmIntervalMonths ?? null);
  const due = interval === null ? 0 : Math.round(((end * 12) / interval) * (0.94 + 0.1 * random.uniform()));
  const share = (mean: number) => within(mean + 0.08 * (random.uniform() - 0.5), 0, 1);
  const dueDone = Math.min(due, Math.round(due * share(pace.done)));
  const onTime = Math.min(dueDone, Math.round(dueDone * share(pace.onTime)));
  const notFound = Math.min(due - dueDone, Math.round(due * (0.01 + 0.04 * random.uniform())));
  // Some that were overdue from the year before are done too.
  const jobs = dueDone + Math.round(due * 0.02);
  const riskBased = random.chance(0.25);
  return {
    intervalMonths: interval,
    basis: interval === null ? "none" : riskBased ? "risk_based" : "manufacturer",
    due,
    dueDone,
    onTime,
    notFound,
    jobs,
    hours: tenths(jobs * ours(group) * (timesOf(group, facts).ppmHours ?? 0) * pace.slow),
  };
}

function repairWork(
  random: Random,
  group: DeviceGroup,
  end: number,
  overLife: number,
  pace: Pace,
  facts: CategoryFacts | undefined,
): RepairWork {
  const times = timesOf(group, facts);
  const perDevice = group.maintenance === "none" ? 0.02 : (times.repairsPerDeviceYear ?? 0.8);
  const older = end === 0 ? 1 : 1 + 0.5 * (overLife / end - 0.25);
  const received = Math.max(
    group.backlogEnd - group.backlogStart,
    Math.round(end * perDevice * older * (0.85 + 0.3 * random.uniform())),
  );
  const jobs = received + group.backlogStart - group.backlogEnd;
  return {
    jobs,
    hours: tenths(jobs * ours(group) * (times.repairHours ?? 0) * pace.slow),
    medianDays: tenths(within(pace.waits + 5 * (random.uniform() - 0.5), 1, 40)),
  };
}

/** The usual times of a category, or the sample's own where there is no default. */
const timesOf = ({ category }: DeviceGroup, facts: CategoryFacts | undefined) => ({
  ppmHours: facts?.ppmHours ?? TIMES_WITHOUT_DEFAULT[category]?.ppmHours,
  repairHours: facts?.repairHours ?? TIMES_WITHOUT_DEFAULT[category]?.repairHours,
  repairsPerDeviceYear: facts?.repairsPerDeviceYear ?? TIMES_WITHOUT_DEFAULT[category]?.repairsPerDeviceYear,
});

/** The share of the work that own staff do: with warranty or a partial contract a part is the supplier's. */
function ours({ maintenance }: DeviceGroup): number {
  if (maintenance === "in_house" || maintenance === "loan_managed") return 1;
  return maintenance === "none" || maintenance === "contract_full" ? 0 : 0.5;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
