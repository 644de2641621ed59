/** Colours of the drawings: all text at 4.5 to 1 or more on white, all marks at 3 to 1 or more. */
export const PALETTE = {
  text: "#212b32",
  secondary: "#4c6272",
  mark: "#005eb8",
  strong: "#003087",
  range: "#768692",
  grid: "#d8dde0",
  background: "#ffffff",
  synthetic: "#fff59d",
} as const;

export const FONT = "arial, Arimo, sans-serif";
