import { formatCount } from "@/lib/format/number";
import type { Repair } from "@/lib/returns/report";
import { Tick } from "./tick";

type RepairsToAgreeProps = {
  repairs: readonly (Repair & { title: string })[];
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
  error: string | null;
};

/** Every repair once, with how often it was made, and the tick that agrees to them. */
export function RepairsToAgree({ repairs, agreed, onAgree, error }: RepairsToAgreeProps) {
  return (
    <div className={error ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group"}>
      <h4>Read with these repairs</h4>
      <ul className="nhsuk-list nhsuk-list--bullet" id="repairs">
        {repairs.map(({ title, code, message, count }) => (
          <li key={`${title} ${code}`}>
            {title}: {message}{" "}
            <span className="nhsuk-u-secondary-text-colour">
              {formatCount(count)} {count === 1 ? "time" : "times"}
            </span>
          </li>
        ))}
      </ul>
      {error ? (
        <span className="nhsuk-error-message" id="agree-error">
          <span className="nhsuk-u-visually-hidden">Error:</span> {error}
        </span>
      ) : null}
      <Tick id="agree" checked={agreed} onChange={onAgree} describedBy={error ? "agree-error" : undefined}>
        Yes, count it so: the file itself stays as it is
      </Tick>
    </div>
  );
}
