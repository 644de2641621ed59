/** Where devices are used. */
export const DEVICE_SETTINGS = [
  { value: "emergency", title: "Emergency care", spellings: ["Emergency department", "A&E", "ED"] },
  { value: "ward", title: "Ward", spellings: ["Wards", "General ward"] },
  { value: "theatre", title: "Theatre", spellings: ["Theatres", "Operating theatre"] },
  { value: "critical_care", title: "Critical care", spellings: ["ICU", "ITU", "Intensive care"] },
  {
    value: "maternity_neonatal",
    title: "Maternity and neonatal",
    spellings: ["Maternity", "Neonatal", "NICU"],
  },
  { value: "imaging", title: "Imaging", spellings: ["Radiology"] },
  { value: "radiotherapy", title: "Radiotherapy" },
  { value: "renal", title: "Renal", spellings: ["Dialysis"] },
  { value: "outpatient", title: "Outpatient", spellings: ["Outpatients", "Clinic"] },
  { value: "community", title: "Community" },
  { value: "home", title: "Patient's home", spellings: ["Patient home"] },
  { value: "virtual_ward", title: "Virtual ward", spellings: ["Hospital at home"] },
  { value: "primary", title: "Primary care", spellings: ["GP practice"] },
  { value: "pooled_library", title: "Pooled library", spellings: ["Equipment library", "Library"] },
  { value: "mixed_unknown", title: "Mixed or unknown", spellings: ["Mixed", "Unknown"] },
] as const;
