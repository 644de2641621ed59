/** Age at the census in five-year bands. `unknown` is an answer; an empty cell is not. */
const years = <V extends string>(value: V) => {
  const [from, to] = value.split("_");
  return { value, title: `${from} to ${to}`, spellings: [`${from}-${to} years`, `${from} to ${to} years`] };
};

export const AGE_BANDS = [
  { value: "under_25", title: "Under 25", spellings: ["<25", "24 and under", "Under 25 years", "Below 25"] },
  years("25_29"),
  years("30_34"),
  years("35_39"),
  years("40_44"),
  years("45_49"),
  years("50_54"),
  years("55_59"),
  years("60_64"),
  years("65_69"),
  {
    value: "70_plus",
    title: "70 and over",
    spellings: ["70+", "70 plus", "70 or over", ">=70", "70 years and over"],
  },
  { value: "unknown", title: "Unknown", spellings: ["Not known", "Not recorded", "Not stated"] },
] as const;
