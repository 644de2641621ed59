import { InsetText } from "@/app/_components/nhs/inset-text";

/** That large files are still compared, and the way to look again: a link, so that it works without JavaScript. */
export function StillWorkedOut({ again }: { again: string }) {
  return (
    <InsetText>
      <p>
        Large files are still being compared; it takes up to a minute for a million rows. What is not known
        yet is left out until then. <a href={again}>Look again</a>
      </p>
    </InsetText>
  );
}
