import { Tag } from "@/app/_components/nhs/tag";
import type { Waiting } from "../waiting";

/** What waits for whoever has signed in, or that nothing does and what they can look at instead. */
export function WaitingList({ waiting, otherwise }: { waiting: readonly Waiting[]; otherwise: string }) {
  return (
    <section>
      <h2 id="waiting">Waiting for you</h2>
      {waiting.length === 0 ? <p>Nothing waits for you. {otherwise}</p> : null}
      {waiting.map(({ href, title, tag, says }) => (
        <div className="muster-panel muster-panel--waiting" key={href}>
          <h3>
            <a href={href}>{title}</a>
          </h3>
          <p>
            <Tag colour={tag.colour}>{tag.text}</Tag>
          </p>
          {says.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ))}
    </section>
  );
}
