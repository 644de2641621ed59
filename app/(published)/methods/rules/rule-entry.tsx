import { Details } from "@/app/_components/nhs/details";
import { ScrollRegion } from "@/app/_components/nhs/scroll-region";
import { Tag } from "@/app/_components/nhs/tag";
import { severityTag } from "@/app/returns/[organisation]/_sections/severity";
import { type CataloguedRule, shownExample } from "@/lib/returns/checks/rule-catalogue";
import { PART_NAMES } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";

/** One rule of the catalogue, at an anchor of its own: what, why, how grave, where, how to mend it, and both examples. */
export function RuleEntry({ rule }: { rule: CataloguedRule }) {
  const { text, colour } = severityTag(rule.severity);
  return (
    <div className="muster-definition" id={rule.code}>
      <h3>{rule.title}</h3>
      <p>
        <Tag colour={colour}>{text}</Tag> <code>{rule.code}</code>
      </p>
      <p>{rule.why}</p>
      <p>
        <strong>How to mend it:</strong> {rule.mend}
      </p>
      <p className="nhsuk-u-secondary-text-colour">{whereOf(rule)}</p>
      <Details
        summary={
          <>
            Examples<span className="nhsuk-u-visually-hidden"> of: {rule.title}</span>
          </>
        }
      >
        <ExampleFile rule={rule} which="trips" />
        <ExampleFile rule={rule} which="passes" />
      </Details>
    </div>
  );
}

const WORDS = { trips: "This breaks the rule", passes: "This does not" } as const;

/** For which parts a rule speaks, in words. */
const whereOf = ({ parts, scope }: CataloguedRule): string => {
  const names = parts.map((name) => PARTS[name].title.toLowerCase()).join(", ");
  if (scope === "return") return parts.length === 0 ? "Of the whole return." : `Of ${names} together.`;
  if (scope === "last-year") return `Of ${names}, beside last year’s return.`;
  return parts.length === PART_NAMES.length ? "In every part of a return." : `In ${names}.`;
};

function ExampleFile({ rule, which }: { rule: CataloguedRule; which: "trips" | "passes" }) {
  const files = shownExample(rule, which);
  return (
    <>
      <p>
        <strong>{WORDS[which]}</strong>
      </p>
      {files.map(({ name, text, differs }) => (
        <div key={name ?? "file"}>
          {name || differs.length > 0 ? (
            <p>
              {name ? `${name}${differs.length > 0 ? ": " : ""}` : ""}
              {differs.join("; ")}
            </p>
          ) : null}
          <ScrollRegion label={`${WORDS[which]}${name ? `, ${name}` : ""}: ${rule.title}`}>
            <pre className="muster-formula">{text}</pre>
          </ScrollRegion>
        </div>
      ))}
    </>
  );
}
