/** Work that is not per device category, and what it is counted in. */
export const ACTIVITIES_OF_SERVICE = [
  { value: "specification", title: "Specification" },
  { value: "procurement", title: "Procurement" },
  { value: "contract_management", title: "Contract management" },
  { value: "risk_management", title: "Risk management" },
  { value: "incident_investigation", title: "Incident investigation", spellings: ["Incidents"] },
  { value: "safety_notice", title: "Safety notices", spellings: ["Field safety notices", "FSN"] },
  { value: "network_incident", title: "Network incidents" },
  { value: "cyber", title: "Cyber security", spellings: ["Cybersecurity"] },
  { value: "user_training", title: "User training", spellings: ["Training of users"] },
  { value: "equipment_library", title: "Equipment library" },
  {
    value: "rehabilitation_referral",
    title: "Rehabilitation referrals",
    spellings: ["Wheelchair referrals"],
  },
  { value: "clinical_measurement_study", title: "Clinical measurement studies" },
  { value: "device_design_project", title: "Device design projects" },
  { value: "software_project", title: "Software projects" },
  { value: "research", title: "Research" },
  { value: "governance", title: "Governance" },
  { value: "advice", title: "Advice" },
] as const;

export const ACTIVITY_UNITS = [
  { value: "job", title: "Job", spellings: ["Jobs"] },
  { value: "referral", title: "Referral", spellings: ["Referrals"] },
  { value: "study", title: "Study", spellings: ["Studies"] },
  { value: "project", title: "Project", spellings: ["Projects"] },
  { value: "notice", title: "Notice", spellings: ["Notices"] },
  { value: "procurement", title: "Procurement", spellings: ["Procurements"] },
  { value: "incident", title: "Incident", spellings: ["Incidents"] },
  { value: "session", title: "Session", spellings: ["Sessions"] },
] as const;
