/** What a post is, by the registration that it needs; the decision table beside the mapping screen uses the same. */
export const ROLES_OF_STAFF = [
  {
    value: "clinical_scientist",
    title: "Clinical scientist",
    spellings: [
      "Registered clinical scientist",
      "HCPC clinical scientist",
      "Healthcare scientist (clinical scientist)",
    ],
  },
  {
    value: "professional_engineer",
    title: "Professional engineer",
    spellings: ["Chartered engineer", "Incorporated engineer"],
  },
  {
    value: "clinical_technologist",
    title: "Clinical technologist",
    spellings: ["Technologist", "Healthcare science practitioner", "HCS practitioner"],
  },
  {
    value: "associate",
    title: "Associate",
    spellings: ["Healthcare science associate", "HCS associate", "Associate practitioner"],
  },
  { value: "trainee", title: "Trainee", spellings: ["Trainee or apprentice", "Apprentice"] },
  { value: "manager", title: "Manager", spellings: ["Management"] },
  {
    value: "support",
    title: "Support",
    spellings: ["Support worker", "Support staff", "Administration and support", "Admin and support"],
  },
] as const;
