/** Registers that a person is on at the census; several may hold. */
export const REGISTRATIONS = [
  { value: "hcpc_clinical_scientist", title: "HCPC clinical scientist", spellings: ["HCPC"] },
  { value: "rct", title: "Register of Clinical Technologists" },
  { value: "ahcs", title: "Academy for Healthcare Science" },
  { value: "ceng", title: "Chartered engineer" },
  { value: "ieng", title: "Incorporated engineer" },
  { value: "engtech", title: "Engineering technician" },
  { value: "none", title: "None", spellings: ["Not registered"] },
  { value: "not_required", title: "Not required" },
  { value: "eligible_not_registered", title: "Eligible, not registered" },
] as const;
