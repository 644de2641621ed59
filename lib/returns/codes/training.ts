/** Training programmes, and who pays for the place. */
export const TRAINING_PROGRAMMES = [
  { value: "stp", title: "Scientist Training Programme" },
  { value: "hsst", title: "Higher Specialist Scientist Training" },
  { value: "ptp", title: "Practitioner Training Programme" },
  { value: "level_2", title: "Level 2 apprenticeship", spellings: ["Apprenticeship level 2"] },
  { value: "level_3", title: "Level 3 apprenticeship", spellings: ["Apprenticeship level 3"] },
  { value: "level_4", title: "Level 4 apprenticeship", spellings: ["Apprenticeship level 4"] },
  { value: "level_6", title: "Level 6 apprenticeship", spellings: ["Apprenticeship level 6"] },
  { value: "level_7", title: "Level 7 apprenticeship", spellings: ["Apprenticeship level 7"] },
  { value: "none", title: "None" },
] as const;

export const TRAINING_FUNDING = [
  { value: "levy", title: "Apprenticeship levy" },
  { value: "nhse", title: "NHS England" },
  { value: "heiw", title: "Health Education and Improvement Wales" },
  { value: "nes", title: "NHS Education for Scotland" },
  { value: "own", title: "Own budget", spellings: ["Trust", "Department"] },
  { value: "other", title: "Other" },
] as const;
