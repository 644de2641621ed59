import { PROFILE_NUMBERS, type ProfileNumber, type ServiceProfile } from "./service-profile";

/** The profiles of a service's units as one: host and served, all units together. */
export type WholeService = {
  numbers: Readonly<Record<ProfileNumber, number | null>>;
  standardHoursFrom: string | null;
  individualAllowanceHours: number | null;
  /** One for each unit that said whether it is on call. */
  rotas: readonly { onCall: string; people: number | null }[];
  provision: ReadonlyMap<string, ReadonlySet<string>>;
  /** Numbers in which the units differ; their mean is taken. */
  differing: readonly ProfileNumber[];
};

/**
 * Makes one of the units' profiles. Numbers are means over the units that gave them, weighted by their establishment
 * where each of those gave it; hours of individual allowance add up; each unit keeps its own rota.
 */
export function wholeService(units: readonly ServiceProfile[]): WholeService {
  const given = (name: ProfileNumber) => units.filter((unit) => unit[name] !== null);
  const numbers = Object.fromEntries(PROFILE_NUMBERS.map((name) => [name, meanOf(given(name), name)]));
  const allowances = units.flatMap((unit) => unit.individualAllowanceHours ?? []).sort((a, b) => a - b);
  const provision = new Map<string, Set<string>>();
  for (const unit of units)
    for (const [specialism, said] of unit.provision)
      provision.set(specialism, (provision.get(specialism) ?? new Set()).add(said));
  return {
    numbers: numbers as Record<ProfileNumber, number | null>,
    standardHoursFrom: units.flatMap((unit) => unit.standardHoursFrom ?? []).sort()[0] ?? null,
    individualAllowanceHours:
      allowances.length === 0 ? null : allowances.reduce((total, hours) => total + hours, 0),
    rotas: units.flatMap(({ onCall, onCallRotaPeople }) =>
      onCall === null ? [] : [{ onCall, people: onCallRotaPeople }],
    ),
    provision,
    differing: PROFILE_NUMBERS.filter((name) => new Set(given(name).map((unit) => unit[name])).size > 1),
  };
}

function meanOf(units: readonly ServiceProfile[], name: ProfileNumber): number | null {
  if (units.length === 0) return null;
  const weighted = units.every(({ establishmentWte }) => establishmentWte !== null && establishmentWte > 0);
  // In order of size, so that the sum does not depend on the order of the rows.
  const parts = units
    .map((unit) => ({ weight: weighted ? (unit.establishmentWte ?? 0) : 1, value: unit[name] ?? 0 }))
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  const first = parts[0]?.value ?? 0;
  if (parts.every(({ value }) => value === first)) return first;
  const whole = parts.reduce((total, { weight }) => total + weight, 0);
  return parts.reduce((total, { weight, value }) => total + weight * value, 0) / whole;
}
