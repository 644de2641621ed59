/** The field of work of a post. */
export const SPECIALISMS = [
  {
    value: "equipment_management",
    title: "Equipment management",
    spellings: ["Medical equipment management", "Medical device management", "MEMS", "EBME"],
  },
  {
    value: "device_governance",
    title: "Device governance",
    spellings: ["Medical device governance", "Medical device safety", "MDSO"],
  },
  {
    value: "rehabilitation",
    title: "Rehabilitation engineering",
    spellings: ["Rehab engineering", "Wheelchair services", "Assistive technology"],
  },
  {
    value: "clinical_measurement",
    title: "Clinical measurement",
    spellings: ["Clinical measurement and development"],
  },
  { value: "renal", title: "Renal technology", spellings: ["Renal dialysis", "Dialysis"] },
  {
    value: "radiation",
    title: "Radiation equipment engineering",
    spellings: ["Radiation engineering", "Radiotherapy engineering", "Imaging engineering"],
  },
  { value: "device_design", title: "Device design", spellings: ["Design and development", "Innovation"] },
  {
    value: "clinical_computing",
    title: "Clinical computing",
    spellings: ["Scientific computing", "Software"],
  },
  {
    value: "connectivity",
    title: "Device connectivity",
    spellings: ["Medical device integration", "Device integration", "Medical IT networks"],
  },
  { value: "equipment_library", title: "Equipment library", spellings: ["Medical equipment library", "MEL"] },
  { value: "community", title: "Community equipment", spellings: ["Community services"] },
  { value: "other", title: "Other" },
] as const;
