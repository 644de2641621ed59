/** What a line of the workforce part says. */
export const LINE_TYPES = [
  { value: "budget", title: "Budget", spellings: ["Budget line", "Establishment", "Establishment line"] },
  { value: "person", title: "Person", spellings: ["Person line", "Employee", "Individual"] },
  { value: "group", title: "Group", spellings: ["Group line", "Group of people"] },
  { value: "vacancy", title: "Vacancy", spellings: ["Vacancy line", "Vacant", "Vacant post"] },
] as const;
