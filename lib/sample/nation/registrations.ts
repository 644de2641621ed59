import type { Random } from "../random";

type Weights = readonly (readonly [string, number])[];

/** Registers by role, as shares: judgement. Technologists' register is voluntary, so that many are eligible only. */
const REGISTRATIONS: Readonly<Record<string, Weights>> = {
  clinical_scientist: [
    ["hcpc_clinical_scientist", 78],
    ["hcpc_clinical_scientist;ceng", 16],
    ["hcpc_clinical_scientist;ieng", 6],
  ],
  professional_engineer: [
    ["ceng", 55],
    ["ieng", 35],
    ["ceng;rct", 10],
  ],
  clinical_technologist: [
    ["rct", 38],
    ["eligible_not_registered", 27],
    ["rct;engtech", 6],
    ["engtech", 9],
    ["ahcs", 6],
    ["none", 14],
  ],
  associate: [
    ["not_required", 70],
    ["none", 20],
    ["engtech", 10],
  ],
  trainee: [
    ["not_required", 80],
    ["none", 20],
  ],
  manager: [
    ["rct", 24],
    ["ceng", 18],
    ["ieng", 20],
    ["hcpc_clinical_scientist", 16],
    ["eligible_not_registered", 8],
    ["none", 14],
  ],
  support: [["not_required", 1]],
};

/** The registers that somebody is on who takes up a role. */
export function registrationFor(random: Random, role: string): string {
  return random.weighted(REGISTRATIONS[role] as Weights);
}

/** The registers kept or taken up by somebody who rises to a role: a register is not given up. */
export function registrationAfter(random: Random, registration: string, role: string): string {
  if (role === "clinical_scientist" && !registration.includes("hcpc")) return registrationFor(random, role);
  if (role === "manager" || /rct|ceng|ieng|hcpc/.test(registration)) return registration;
  return registrationFor(random, role);
}
