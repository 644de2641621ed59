import { useId } from "react";
import type { Sending } from "./use-sending";

/** How much of a file has gone, and the button that stops it. */
export function UploadProgress({ sending, onStop }: { sending: Sending | null; onStop: () => void }) {
  const label = useId();
  const percent = sending && sending.total > 0 ? Math.floor((100 * sending.sent) / sending.total) : 0;
  return (
    <>
      <div aria-live="polite">
        {sending ? (
          <>
            <p id={label}>
              {sending.title}: {percent === 100 ? "sent; it is being checked" : `${percent}% sent`}
            </p>
            <progress className="muster-upload__progress" aria-labelledby={label} max={100} value={percent} />
          </>
        ) : null}
      </div>
      {sending ? (
        <button className="nhsuk-button nhsuk-button--secondary" type="button" onClick={onStop}>
          Stop
        </button>
      ) : null}
    </>
  );
}
