import { SitePage } from "@/app/_components/published/site-page";
import { Effort } from "./effort";
import { FilledExamples } from "./filled-examples";
import { FromYourSystems } from "./from-your-systems";
import { Templates } from "./templates";

export const revalidate = false;
export const dynamic = "error";

const SECTIONS = [
  { id: "effort", title: "What it takes" },
  { id: "examples", title: "Ways of saying it" },
  { id: "systems", title: "From your systems" },
  { id: "templates", title: "Templates and lists" },
  { id: "machines", title: "For machines" },
] as const;

/** How a department makes its return: what it takes, examples, where the facts are, templates. */
export default function PrepareRoute() {
  return (
    <SitePage title="Prepare a return" current="methods" crumbs={[{ text: "Methods", href: "/methods" }]}>
      <h1 className="nhsuk-heading-xl">Prepare a return</h1>
      <p className="nhsuk-lede-text">
        A return is up to six CSV files. Only workforce is needed. Send what you have: every file is checked
        before anything is submitted, and a blank optional column is never an error.
      </p>
      <nav className="nhsuk-contents-list muster-contents" aria-label="On this page">
        <h2 className="nhsuk-u-visually-hidden">On this page</h2>
        <ol className="nhsuk-contents-list__list">
          {SECTIONS.map(({ id, title }) => (
            <li className="nhsuk-contents-list__item" key={id}>
              <a className="nhsuk-contents-list__link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Effort />
      <FilledExamples />
      <FromYourSystems />
      <Templates />
    </SitePage>
  );
}
