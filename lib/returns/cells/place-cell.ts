import type { Column } from "../part";
import { refusal } from "../refusals";
import type { OrganisationStanding } from "../report";
import { type CellProblem, type CellSetting, type ReadCell, read, unreadable } from "./cell-outcome";
import { shown } from "./shown";
import { tidy } from "./tidy";

/** The sender's own code; in a row of another organisation it refuses the file. */
const SENDER = "organisation_code";

/** Reads an organisation's code and how it stands on the census date. */
export function placeCell(column: Column, { context }: CellSetting): ReadCell {
  return (raw) => {
    const { text, repairs } = tidy(raw);
    if (text === "") return read(null, repairs);
    const code = text.toUpperCase().replace(/[\s\u00a0]+/g, "");
    const done = code === text ? repairs : [...repairs, "code-form" as const];
    const standing = context.standing(code);
    if (!standing.known) return unreadable(unknown(code, context.standing), done);
    if (!standing.valid) return read(code, done, notValid(code, standing, context.census));
    if (code === context.organisation) return read(code, done);
    if (column.name !== SENDER) return read(code, done, notServed(code, standing.name, context.served));
    const { organisation } = context;
    return {
      ...unreadable({ code: "unknown-organisation", message: "" }),
      refusal: (line) =>
        refusal("another-organisation", { value: code, name: standing.name, organisation, line }),
    };
  };
}

function unknown(code: string, standing: (code: string) => OrganisationStanding): CellProblem {
  const zero = code.replaceAll("O", "0");
  const meant = zero !== code && standing(zero).known;
  return {
    code: "unknown-organisation",
    message: `${shown(code)} is no organisation's code.`,
    mend: meant
      ? `${shown(zero)}, with the figure 0, is one; if you mean it, write it so. A letter O is never taken for a 0.`
      : undefined,
  };
}

function notValid(
  code: string,
  { reason, successors }: { reason: string; successors: readonly string[] },
  census: string,
): CellProblem {
  return {
    code: "organisation-not-valid",
    message: `${shown(code)} is not valid on ${census}: ${reason.replace(/\.$/, "")}.`,
    mend:
      successors.length === 0
        ? "Use a code that is valid on the census date; the successor is not known."
        : `Use the code of its successor: ${successors.join(" or ")}.`,
  };
}

function notServed(code: string, name: string, served: readonly string[] | null): CellProblem | null {
  if (served?.includes(code)) return null;
  if (served !== null)
    return {
      code: "not-among-served",
      message: `${shown(code)} (${name}) is not among the organisations that the profile says you serve.`,
    };
  return {
    code: "served-not-known",
    message: `${shown(code)} (${name}) is another organisation, and no profile has said that you serve it.`,
  };
}

/** Reads a set of organisations' codes: those that a host serves. The sender's own code adds nothing. */
export function placesCell({ context }: CellSetting): ReadCell {
  return (raw) => {
    const { text, repairs: edges } = tidy(raw);
    if (text === "") return read(null, edges);
    const repairs = [...edges];
    if (/[|,]/.test(text)) repairs.push("set-form");
    const codes = new Set<string>();
    let problem: CellProblem | null = null;
    for (const part of text.split(/[;|,]/)) {
      const member = part.trim();
      if (member === "") continue;
      const code = member.toUpperCase().replace(/[\s\u00a0]+/g, "");
      if (code !== member) repairs.push("code-form");
      const standing = context.standing(code);
      if (!standing.known) return unreadable(unknown(code, context.standing), repairs);
      if (!standing.valid) problem ??= notValid(code, standing, context.census);
      if (code !== context.organisation) codes.add(code);
    }
    return read(codes.size === 0 ? null : [...codes], [...new Set(repairs)], problem);
  };
}

const SITE = /^[A-Z0-9]{3,12}$/;

/** Reads a site's code, of which only the form is known. */
export function siteCell(column: Column): ReadCell {
  return (raw) => {
    const { text, repairs } = tidy(raw);
    if (text === "") return read(null, repairs);
    // “RJ 122” is a code with a stray space; “Main site” is no code.
    const code = /\d/.test(text) ? text.toUpperCase().replace(/[\s\u00a0]+/g, "") : text.toUpperCase();
    if (!SITE.test(code))
      return unreadable(
        {
          code: "not-a-site-code",
          message: `${shown(text)} in ${column.name} does not have the form of a site code.`,
        },
        repairs,
      );
    return read(code, code === text ? repairs : [...repairs, "code-form"]);
  };
}
