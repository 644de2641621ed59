/** One organisation that is asked, for those who watch. */
export type AskedOrganisation = {
  region: string;
  answered: boolean;
  /** People employed by the newest release that says so; null where none does. */
  size: number | null;
};

export type RegionAnswered = {
  region: string;
  asked: number;
  answered: number;
  /** How much of the estimated workforce is in organisations that answered, 0 to 1; null where no size is known at all. */
  workforceShare: number | null;
};

/**
 * How far each region has answered, in order of name, and the whole last. An organisation of unknown size counts as the
 * mean of those known in its region, else everywhere.
 */
export function answeredByRegion(
  organisations: readonly AskedOrganisation[],
  whole: string,
): RegionAnswered[] {
  const everywhere = meanSize(organisations);
  const byRegion = new Map<string, AskedOrganisation[]>();
  for (const one of organisations) byRegion.set(one.region, [...(byRegion.get(one.region) ?? []), one]);
  const usual = new Map([...byRegion].map(([region, of]) => [region, meanSize(of) ?? everywhere]));
  const row = (region: string, of: readonly AskedOrganisation[]): RegionAnswered => {
    const sizeOf = (one: AskedOrganisation) => one.size ?? usual.get(one.region) ?? null;
    const sum = (some: readonly AskedOrganisation[]) =>
      some.reduce((total, one) => total + (sizeOf(one) ?? 0), 0);
    const answered = of.filter((one) => one.answered);
    const all = sum(of);
    return {
      region,
      asked: of.length,
      answered: answered.length,
      workforceShare: all === 0 ? null : sum(answered) / all,
    };
  };
  const regions = [...byRegion.keys()].sort((a, b) => a.localeCompare(b, "en"));
  return [...regions.map((region) => row(region, byRegion.get(region) ?? [])), row(whole, organisations)];
}

function meanSize(organisations: readonly AskedOrganisation[]): number | null {
  const known = organisations.flatMap(({ size }) => (size === null ? [] : [size]));
  return known.length === 0 ? null : known.reduce((sum, size) => sum + size, 0) / known.length;
}
