import { activitiesFiles } from "./activities-file";
import { assetsFile } from "./assets-file";
import type { CategoryFacts } from "./category-facts";
import { devicesFiles } from "./devices-file";
import { flowsFiles } from "./flows-file";
import { NO_DEVICES, SERVED, UNITS_APART_FROM } from "./happenings";
import type { State } from "./history";
import type { NationOrganisation } from "./organisations";
import type { NationFile } from "./part-file";
import { profileFiles } from "./profile-file";
import { workforceFiles } from "./workforce-file";

/** The units that send files of their own at a census; empty where one person sends them all. */
export function unitsApart(
  { code, units, unitsApart: apart }: NationOrganisation,
  census: string,
): readonly string[] {
  const from = UNITS_APART_FROM.get(code);
  return (from === undefined ? apart : from <= census) ? units : [];
}

/** The files that an organisation sends, or would send, at a census. */
export function returnFiles(
  seed: number,
  organisation: NationOrganisation,
  census: string,
  states: ReadonlyMap<string, State>,
  facts: ReadonlyMap<string, CategoryFacts>,
): NationFile[] {
  const { code, sends } = organisation;
  const { team, flows, devices } = states.get(code) as State;
  const units = unitsApart(organisation, census);
  const served = [...SERVED].flatMap(([from, host]) => (host === code ? [from] : []));
  const owned = () => [
    { owner: null, devices: devices() },
    ...served.map((owner) => ({ owner, devices: states.get(owner)?.devices() ?? [] })),
  ];
  const equipment = () => {
    if (code === NO_DEVICES.organisation && census === NO_DEVICES.census) return [];
    if (sends.devices === "assets")
      return [assetsFile(code, census, devices(), (category) => facts.get(category)?.emdnCode ?? "")];
    return devicesFiles(
      organisation,
      census,
      owned(),
      units,
      (category) => facts.get(category)?.riskClass ?? "",
    );
  };
  return [
    ...workforceFiles(seed, team, census, units),
    ...equipment(),
    ...(sends.activities ? activitiesFiles(seed, organisation, team.posts, census, units) : []),
    ...(sends.flows ? flowsFiles(organisation, flows, census, units) : []),
    ...(sends.profile || served.length > 0
      ? profileFiles(seed, organisation, team.posts, census, served, units)
      : []),
  ];
}
