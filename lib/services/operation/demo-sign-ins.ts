/** How to sign in as each demo role, a line each. */
export function demoSignIns(): string[] {
  return [];
}
