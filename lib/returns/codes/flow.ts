/** Which way a person went, where from or to, and why. */
export const FLOW_DIRECTIONS = [
  { value: "joiner", title: "Joiner", spellings: ["Starter", "New starter"] },
  { value: "leaver", title: "Leaver" },
  { value: "mover", title: "Moved band", spellings: ["Promotion", "Regrading"] },
] as const;

export const FLOW_ENDS = [
  { value: "same_organisation_other_service", title: "Another service of the same organisation" },
  { value: "other_nhs", title: "Another NHS organisation", spellings: ["NHS"] },
  { value: "industry", title: "Industry", spellings: ["Private sector"] },
  { value: "education", title: "Education" },
  { value: "newly_qualified", title: "Newly qualified" },
  { value: "apprentice", title: "Apprentice", spellings: ["Apprenticeship"] },
  { value: "overseas", title: "Overseas", spellings: ["Abroad"] },
  { value: "other", title: "Other" },
  { value: "unknown", title: "Unknown", spellings: ["Not known"] },
] as const;

export const LEAVING_REASONS = [
  { value: "retirement", title: "Retirement", spellings: ["Retired"] },
  { value: "flexi_retirement", title: "Flexible retirement", spellings: ["Partial retirement"] },
  { value: "retired_and_returned", title: "Retired and returned", spellings: ["Retire and return"] },
  { value: "promotion", title: "Promotion" },
  { value: "relocation", title: "Relocation" },
  { value: "pay", title: "Pay" },
  { value: "work_life_balance", title: "Work-life balance" },
  { value: "education", title: "Education or training" },
  { value: "health", title: "Health" },
  { value: "death", title: "Death in service" },
  { value: "dismissal", title: "Dismissal" },
  { value: "redundancy", title: "Redundancy" },
  { value: "end_of_contract", title: "End of contract", spellings: ["End of fixed term contract"] },
  { value: "transfer_of_service", title: "Transfer of the service", spellings: ["TUPE"] },
  { value: "other", title: "Other" },
  { value: "unknown", title: "Unknown", spellings: ["Not known"] },
] as const;
