import type { PortableContext } from "@/lib/returns/portable-context";

/** What was kept, or why nothing was. */
type Kept = { ok: true; context: PortableContext } | { ok: false; problem: string };

/** Keeps for the organisation what own words mean, as the fields inside an element say. */
export async function keepWords(fields: HTMLElement | null, context: PortableContext): Promise<Kept> {
  const form = new FormData();
  form.set("census", context.census);
  for (const field of fields?.querySelectorAll<HTMLInputElement>("input, select") ?? [])
    if (field.name) form.set(field.name, field.value);
  const answer = await fetch(`/returns/${context.organisation}/mapping/save`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: form,
  }).catch(() => null);
  const said = await answer?.json().catch(() => null);
  if (!answer?.ok || !said?.mapping)
    return {
      ok: false,
      problem: said?.problem?.message ?? "What the words mean could not be kept. Try again.",
    };
  return { ok: true, context: { ...context, mapping: said.mapping, mappingVersion: said.version } };
}
