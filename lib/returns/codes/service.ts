/** How a service is run, what it provides, and where it is heard. */
export const ESTABLISHMENT_SOURCES = [
  { value: "ledger", title: "Finance ledger", spellings: ["General ledger", "Finance"] },
  { value: "esr", title: "Electronic Staff Record" },
  { value: "manager", title: "Manager's own record" },
] as const;

export const MANAGED_BY = [
  { value: "medical_physics", title: "Medical physics" },
  { value: "estates", title: "Estates", spellings: ["Estates and facilities"] },
  { value: "digital", title: "Digital", spellings: ["Informatics"] },
  { value: "clinical_division", title: "Clinical division" },
  { value: "subsidiary_company", title: "Subsidiary company" },
  { value: "other", title: "Other" },
] as const;

export const PROVISIONS = [
  { value: "in_this_return", title: "In this return" },
  { value: "in_trust_not_returned", title: "In the trust, not returned here" },
  { value: "provided_by_other", title: "Provided by another organisation" },
  { value: "contracted", title: "Contracted out" },
  { value: "not_provided", title: "Not provided" },
] as const;

export const ON_CALL = [
  { value: "none", title: "None" },
  { value: "weekday", title: "Weekdays" },
  { value: "full", title: "At all times", spellings: ["24/7"] },
] as const;

export const ACCREDITATIONS = [
  { value: "bs_70000", title: "BS 70000" },
  { value: "iso_13485", title: "ISO 13485" },
  { value: "iso_9001", title: "ISO 9001" },
  { value: "iso_17025", title: "ISO 17025", spellings: ["ISO/IEC 17025"] },
  { value: "none", title: "None" },
] as const;

export const BOARDS_SAT_ON = [
  { value: "procurement_board", title: "Procurement board" },
  { value: "digital_board", title: "Digital board" },
  { value: "medical_devices_group", title: "Medical devices group" },
  { value: "cyber_group", title: "Cyber security group" },
  { value: "patient_safety_committee", title: "Patient safety committee" },
  { value: "capital_planning", title: "Capital planning" },
  { value: "board_via_lead_scientist", title: "Board, through the lead scientist" },
  { value: "none", title: "None" },
] as const;

export const REPORTING_LINES = [
  { value: "executive_director", title: "Executive director" },
  { value: "deputy_director", title: "Deputy director" },
  { value: "division", title: "Division" },
  { value: "other", title: "Other" },
] as const;
