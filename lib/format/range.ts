/** Two bounds as people read them: "16 to 24"; one number when they print alike. */
export function formatRange(low: number, high: number, format: (value: number) => string): string {
  const from = format(low);
  const to = format(high);
  return from === to ? from : `${from} to ${to}`;
}
