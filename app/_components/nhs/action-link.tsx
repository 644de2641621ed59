import { ArrowCircleIcon } from "./icons";

/** The one thing to do next. */
export function ActionLink({ href, text }: { href: string; text: string }) {
  return (
    <a className="nhsuk-action-link" href={href}>
      <ArrowCircleIcon />
      <span className="nhsuk-action-link__text">{text}</span>
    </a>
  );
}
