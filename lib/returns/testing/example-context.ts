import type { CheckContext, OrganisationStanding } from "../report";

const STANDINGS: Readonly<Record<string, OrganisationStanding>> = {
  RJ1: { known: true, valid: true, name: "Guy's and St Thomas' NHS Foundation Trust" },
  RJZ: { known: true, valid: true, name: "King's College Hospital NHS Foundation Trust" },
  RJ2: { known: true, valid: true, name: "Lewisham and Greenwich NHS Trust" },
  RJ0: { known: true, valid: true, name: "A trust with a figure in its code" },
  RY7: {
    known: true,
    valid: false,
    name: "A closed trust",
    reason: "it closed on 31 March 2024",
    successors: ["RBL"],
  },
  RW6: {
    known: true,
    valid: false,
    name: "Another closed trust",
    reason: "it closed; successor not known",
    successors: [],
  },
};

/** What the examples of the rules are checked against: RJ1 at the census of 31 March 2026, which serves RJZ. */
export const exampleContext: CheckContext = {
  organisation: "RJ1",
  census: "2026-03-31",
  standing: (code) => STANDINGS[code] ?? { known: false },
  served: ["RJZ"],
  categories: new Map([
    ["infusion_pump", "Infusion pumps (volumetric)"],
    ["syringe_pump", "Syringe pumps and drivers"],
    ["ultrasound", "Ultrasound scanners"],
  ]),
  personKeys: { hashWith: new Uint8Array(32).fill(7) },
};
