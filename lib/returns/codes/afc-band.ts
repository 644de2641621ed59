/** Agenda for Change bands; `other` is any other pay scale. */
const band = <V extends string>(value: V, ...more: string[]) => ({
  value,
  title: `Band ${value}`,
  spellings: [
    `B${value}`,
    `AfC ${value}`,
    `AfC band ${value}`,
    `Agenda for Change band ${value}`,
    `Review Body Band ${value}`,
    ...more,
  ],
});

export const AFC_BANDS = [
  band("2"),
  band("3"),
  band("4"),
  band("5"),
  band("6"),
  band("7"),
  band("8a", "Band 8 range A", "Review Body Band 8 range A"),
  band("8b", "Band 8 range B", "Review Body Band 8 range B"),
  band("8c", "Band 8 range C", "Review Body Band 8 range C"),
  band("8d", "Band 8 range D", "Review Body Band 8 range D"),
  band("9"),
  {
    value: "other",
    title: "Other pay scale",
    spellings: ["Local pay", "VSM", "Very senior manager", "Non AfC"],
  },
] as const;

/** Lowest first; `other` has no rank. */
export function bandRank(value: string | null): number | null {
  const rank = AFC_BANDS.findIndex((known) => known.value === value);
  return rank < 0 || value === "other" ? null : rank;
}
