import { formatInstant } from "@/lib/format/instant";
import type { ReturnQuery } from "@/lib/services/queries/read-queries";
import { Button } from "../nhs/button";
import { Tag } from "../nhs/tag";
import { TextField } from "../nhs/text-field";
import { AboutValue } from "./about-value";

type ThreadsProps = {
  queries: readonly ReturnQuery[];
  /** Where the forms of a thread are sent: `{action}/answer`, `{action}/close`. */
  action: string;
  census: string;
  /** On whose side the reader stands. */
  side: ReturnQuery["side"];
  mayAnswer: boolean;
  mayAsk: boolean;
  /** A person of the organisation by name; administrators are not named. */
  nameOf: (person: string | null) => string;
  /** What was typed into the last form that was stopped, and why. */
  stopped: { query?: string; text?: string; error?: string };
};

const STATES = {
  open: { text: "Waits for an answer", colour: "yellow" },
  answered: { text: "Answered", colour: "green" },
  closed: { text: "Closed", colour: "grey" },
} as const;

/** Every question about a return as a thread, those that wait first. */
export function QueryThreads({ queries, ...props }: ThreadsProps) {
  if (queries.length === 0) return <p>Nothing has been asked about this return.</p>;
  return queries.map((query) => <Thread query={query} key={query.id} {...props} />);
}

function Thread({ query, ...props }: { query: ReturnQuery } & Omit<ThreadsProps, "queries">) {
  const { id, code, messages, state, side, part, serviceUnit, line, column, value } = query;
  const { action, census, mayAnswer, mayAsk, stopped } = props;
  const typed = stopped.query === id ? stopped : {};
  return (
    <div className="muster-panel" id={`query-${id}`}>
      <h3>
        {code ? (
          <>
            About the rule <a href={`/methods/rules#${code}`}>{code}</a>
          </>
        ) : (
          "About the return"
        )}{" "}
        <Tag colour={STATES[state].colour}>{STATES[state].text}</Tag>
      </h3>
      {part ? <AboutValue about={{ part, unit: serviceUnit, line, column, value }} /> : null}
      <ol className="nhsuk-list">
        {messages.map((message) => (
          <li key={`${message.at}${message.text}`}>
            <p className="nhsuk-u-margin-bottom-1">
              <strong>
                {message.side === "administrator" ? "The administrators" : props.nameOf(message.person)}
              </strong>
              , {formatInstant(message.at)}
            </p>
            <p className="muster-said">{message.text}</p>
          </li>
        ))}
      </ol>
      {state !== "closed" && (mayAnswer || mayAsk) ? (
        <form action={`${action}/answer`} method="post">
          <input type="hidden" name="census" value={census} />
          <input type="hidden" name="query" value={id} />
          <TextField
            id={`text-${id}`}
            name="text"
            label={side === props.side ? "Say more" : "Your answer"}
            hint="Name no person: say the post reference or the line."
            lines={3}
            value={typed.text}
            error={typed.error}
          />
          <Button variant="secondary">Send</Button>
        </form>
      ) : null}
      {state !== "closed" && mayAsk && side === props.side ? (
        <form action={`${action}/close`} method="post">
          <input type="hidden" name="census" value={census} />
          <input type="hidden" name="query" value={id} />
          <Button variant="secondary">Close this question</Button>
        </form>
      ) : null}
    </div>
  );
}
