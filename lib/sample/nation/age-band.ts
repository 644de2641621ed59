/** The five-year age bands of the return. */
export function ageBand(age: number): string {
  if (age < 25) return "under_25";
  if (age >= 70) return "70_plus";
  const from = age - (age % 5);
  return `${from}_${from + 4}`;
}
