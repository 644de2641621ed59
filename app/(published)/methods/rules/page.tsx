import { SitePage } from "@/app/_components/published/site-page";
import { RULE_SUBJECTS } from "@/lib/returns/checks/rule-catalogue";
import { RULE_SET } from "@/lib/returns/rule-set";
import { RuleEntry } from "./rule-entry";

export const revalidate = false;
export const dynamic = "error";

export default function RulesRoute() {
  return (
    <SitePage title="Rules of a return" current="methods" crumbs={[{ text: "Methods", href: "/methods" }]}>
      <h1 className="nhsuk-heading-xl">What is checked in a return</h1>
      <p className="nhsuk-lede-text">
        Every file of a return is checked when it is received. An error has to be mended before the return can
        be submitted. A warning can be submitted once it is said why the figures are right. A notice asks for
        nothing.
      </p>
      <p>
        These are the rules of version <strong>{RULE_SET}</strong>. A file keeps the version of the rules that
        judged it. The examples below are the ones with which the rules are tested.
      </p>
      <nav className="nhsuk-contents-list muster-contents" aria-label="What the rules are about">
        <h2 className="nhsuk-u-visually-hidden">What the rules are about</h2>
        <ol className="nhsuk-contents-list__list">
          {RULE_SUBJECTS.map(({ id, title }) => (
            <li className="nhsuk-contents-list__item" key={id}>
              <a className="nhsuk-contents-list__link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {RULE_SUBJECTS.map(({ id, title, rules }) => (
        <section aria-labelledby={id} key={id}>
          <h2 id={id}>{title}</h2>
          {rules.map((rule) => (
            <RuleEntry rule={rule} key={rule.code} />
          ))}
        </section>
      ))}
    </SitePage>
  );
}
