import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";

/** How to sign in as each demo role, a line each. Printed only where the demo's sign-ins exist. */
export function demoSignIns(): string[] {
  const width = Math.max(...DEMO_PEOPLE.map(({ email }) => email.length));
  return [
    "",
    `Sign in at /sign-in with the password ${DEMO_PASSWORD} as:`,
    ...DEMO_PEOPLE.map(({ email, does }) => `  ${email.padEnd(width)}  ${does}`),
    "Everything in this copy is a synthetic sample: no figure says anything about a real organisation.",
  ];
}
