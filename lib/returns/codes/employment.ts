/** How somebody is employed, and whether they were at work at the census. */
export const CONTRACT_TYPES = [
  { value: "permanent", title: "Permanent", spellings: ["Substantive"] },
  { value: "fixed_term", title: "Fixed term", spellings: ["Fixed term temp", "Temporary"] },
  { value: "trainee", title: "Trainee", spellings: ["Training contract"] },
  { value: "honorary", title: "Honorary" },
] as const;

export const ABSENCES = [
  { value: "none", title: "None", spellings: ["At work"] },
  {
    value: "parental",
    title: "Parental leave",
    spellings: ["Maternity", "Maternity leave", "Paternity", "Adoption leave"],
  },
  { value: "long_sick", title: "Long-term sickness", spellings: ["Long term sick"] },
  { value: "career_break", title: "Career break" },
  { value: "secondment", title: "On secondment", spellings: ["Seconded out"] },
] as const;
