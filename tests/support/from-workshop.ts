import { inject } from "vitest";

/** Asks the run's workshop for what it shares; it is made at the first asking. */
export async function fromWorkshop<T>(name: "database" | "sample" | "site"): Promise<T> {
  const response = await fetch(`${inject("workshop")}/${name}`);
  const body = await response.text();
  if (!response.ok) throw new Error(body);
  return JSON.parse(body) as T;
}
