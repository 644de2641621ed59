import type { DefaultId, Defaults, DefaultUsed } from "./defaults";
import { DEVICE_ACTIVITIES } from "./device-work";
import type { WholeService } from "./whole-service";
import type { WorkLine } from "./work-line";

/** The least number of people, counted as one WTE each, whatever the workload. Null: not known, or does not apply. */
export type RotaFloor = {
  /** For the on-call rotas of all units together; null where no unit said whether it is on call. */
  onCall: number | null;
  /** For never maintaining devices alone; null where the service maintains none itself. */
  loneWorking: number | null;
};

/** What the requirement is bound by. */
export type Binding = "workload" | "on_call_rota" | "lone_working";

const ROTA_DEFAULTS: Readonly<Record<string, DefaultId>> = {
  full: "on_call_people_full",
  weekday: "on_call_people_weekday",
};
const HANDS_ON = new Set<string>(
  DEVICE_ACTIVITIES.map(({ value }) => value).filter((value) => value !== "contract_oversight"),
);

/** The least number for on-call and lone-working cover. A rota whose people were not sent takes the default. */
export function rotaFloor(
  { rotas }: WholeService,
  lines: readonly WorkLine[],
  defaults: Defaults,
): { floor: RotaFloor; used: DefaultUsed[] } {
  const used = new Set<DefaultUsed>();
  const standIn = (id: DefaultId) => {
    used.add(defaults[id]);
    return defaults[id].value;
  };
  const people = rotas.map(({ onCall, people }) => {
    const id = ROTA_DEFAULTS[onCall];
    return id === undefined ? 0 : (people ?? standIn(id));
  });
  const maintains = lines.some(({ activity, hours }) => HANDS_ON.has(activity) && hours > 0);
  return {
    floor: {
      onCall: people.length === 0 ? null : people.reduce((total, each) => total + each, 0),
      loneWorking: maintains ? standIn("lone_working_people") : null,
    },
    used: [...used],
  };
}

/** The greater of workload and floors, by name; the workload where they are level. */
export function binding(
  workload: number,
  { onCall, loneWorking }: RotaFloor,
): { by: Binding; least: number } {
  const least = Math.max(onCall ?? 0, loneWorking ?? 0);
  if (workload >= least) return { by: "workload", least };
  return { by: onCall === least ? "on_call_rota" : "lone_working", least };
}
