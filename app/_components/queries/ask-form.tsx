import { Button } from "../nhs/button";
import { Details } from "../nhs/details";
import { SelectField } from "../nhs/select-field";
import { TextField } from "../nhs/text-field";
import { AboutValue } from "./about-value";

type AskFormProps = {
  /** `{action}/ask` takes the form. */
  action: string;
  census: string;
  /** The rules that may be asked about, those that spoke first. */
  rules: readonly { code: string; title: string }[];
  /** What was typed into it when it was stopped. */
  typed: Readonly<Record<string, string>>;
  error?: string;
  /** A value that is asked about: carried along, shown above. */
  about?: Readonly<Record<string, string>>;
  open?: boolean;
};

/** Asks about a return: about one rule, or about none. */
export function AskForm({ action, census, rules, typed, error, about = {}, open }: AskFormProps) {
  const { code, ...carried } = about;
  return (
    <div id="ask">
      <Details summary="Ask a question" open={open || error !== undefined}>
        <form action={`${action}/ask`} method="post">
          <input type="hidden" name="census" value={census} />
          {about.part ? <AboutValue about={about} /> : null}
          {Object.entries(carried).map(([name, value]) => (
            <input type="hidden" name={name} value={value} key={name} />
          ))}
          <SelectField
            id="code"
            name="code"
            label="About which rule?"
            value={typed.code ?? code ?? ""}
            options={[
              { value: "", text: "No rule: about the return" },
              ...rules.map(({ code, title }) => ({ value: code, text: `${title} (${code})` })),
            ]}
          />
          <TextField
            id="ask-text"
            name="text"
            label="What would you like to know?"
            hint="Name no person: say the post reference or the line."
            lines={3}
            value={typed.text}
            error={error}
          />
          <Button>Ask</Button>
        </form>
      </Details>
    </div>
  );
}
