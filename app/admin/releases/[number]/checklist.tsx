import { Button } from "@/app/_components/nhs/button";
import { Tag } from "@/app/_components/nhs/tag";
import { TextField } from "@/app/_components/nhs/text-field";
import type { CheckItem } from "@/lib/services/releases/checklist";
import { releaseHref } from "./release-number";

const STATE = {
  done: { text: "Done", colour: "green" },
  blocks: { text: "Stops it", colour: "red" },
  "to-pass": { text: "For you to say", colour: "yellow" },
} as const;

type ChecklistProps = {
  number: number;
  items: readonly CheckItem[];
  /** What was typed for a point whose reason was refused, and why it was. */
  stopped: (code: string) => { value?: string; error?: string };
};

/** What stands before a release's publication, point by point, with the reason of each. */
export function Checklist({ number, items, stopped }: ChecklistProps) {
  return (
    <ul className="muster-checklist">
      {items.map((item) => (
        <li key={item.code} id={`point-${item.code}`}>
          <h3>
            {item.title} <Tag colour={STATE[item.state].colour}>{STATE[item.state].text}</Tag>
          </h3>
          <p>
            {item.words} {item.mend}
          </p>
          {item.state === "to-pass" && item.code !== "changes-unread" ? (
            <form action={`${releaseHref(number)}/pass`} method="post">
              <input type="hidden" name="item" value={item.code} />
              <TextField
                id={item.code}
                name="reason"
                label="Why it is published all the same"
                lines={2}
                {...stopped(item.code)}
              />
              <Button variant="secondary">Keep this reason</Button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
