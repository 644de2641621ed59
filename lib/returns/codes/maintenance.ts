/** Who keeps devices safe, how risky they are, and on what footing planned work and hours rest. */
export const MAINTENANCE_MODELS = [
  { value: "in_house", title: "In house", spellings: ["Own staff", "Internal"] },
  { value: "shared", title: "Shared", spellings: ["Shared in house and contract"] },
  {
    value: "contract_full",
    title: "Full contract",
    spellings: ["Fully comprehensive contract", "Contract full"],
  },
  { value: "contract_partial", title: "Partial contract", spellings: ["Contract partial"] },
  { value: "warranty", title: "Warranty", spellings: ["Under warranty"] },
  { value: "loan_managed", title: "Loan or managed service", spellings: ["Managed service", "Loan"] },
  { value: "none", title: "None", spellings: ["No maintenance"] },
] as const;

export const RISK_CLASSES = [
  { value: "high", title: "High", spellings: ["High risk"] },
  { value: "medium", title: "Medium", spellings: ["Medium risk"] },
  { value: "low", title: "Low", spellings: ["Low risk"] },
] as const;

export const PPM_BASES = [
  { value: "manufacturer", title: "Manufacturer's interval", spellings: ["Manufacturers instructions"] },
  { value: "risk_based", title: "Risk based" },
  { value: "none", title: "None" },
] as const;

export const HOURS_SOURCES = [
  { value: "job_log", title: "Job log" },
  { value: "standard_time", title: "Standard time" },
  { value: "estimate", title: "Estimate", spellings: ["Estimated"] },
] as const;
