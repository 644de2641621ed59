import { type ChangeEvent, useState } from "react";
import { saveBlob } from "./save-blob";
import { Tick } from "./tick";
import type { PersonKeyInUse } from "./use-person-key";

type PersonKeysProps = {
  organisation: string;
  own: PersonKeyInUse;
  /** Of the key that the organisation used before; null while there was none. */
  before: string | null;
  onKey: (key: Uint8Array) => void;
  /** The sender's word that a key other than the one before is meant. */
  changeMeant: boolean;
  onChangeMeant: (meant: boolean) => void;
  error: string | null;
};

/** How raw person keys are made safe before they leave: by a key that the organisation alone has, or by leaving them out. */
export function PersonKeys({
  organisation,
  own,
  before,
  onKey,
  changeMeant,
  onChangeMeant,
  error,
}: PersonKeysProps) {
  const [unread, setUnread] = useState<string | null>(null);
  const name = `muster-person-key-${organisation}.txt`;

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    const key = await own.take(file);
    setUnread(key ? null : `${file.name} is no key file: a key is one line of 16 characters or more.`);
    if (key) onKey(key);
  }
  const problem = unread ?? error;

  return (
    <section className="muster-panel" aria-labelledby="person-keys">
      <h4 id="person-keys">Person keys stay here</h4>
      <p>
        Your file says by person_key which posts are one person's. Before it is sent, each is replaced here by
        a code that only your own key can make again, so nobody at Muster can tell who it is. Keep the key
        file where your department keeps its passwords: the same key next year joins people to this year, and
        nobody else has a copy.
      </p>
      {problem ? (
        <p className="nhsuk-error-message" id="person-keys-error">
          <span className="nhsuk-u-visually-hidden">Error:</span> {problem}
        </p>
      ) : null}
      {own.key && !own.leaveOut ? (
        <>
          <p>
            {own.remembered ? "The key remembered in this browser is used" : "Your key is used"}: its
            fingerprint is <code className="muster-value">{own.fingerprint}</code>.{" "}
            {before === own.fingerprint ? "It is the same key as before." : ""}
          </p>
          {own.made ? <NewKey made={own.made} name={name} /> : null}
          {before !== null && before !== own.fingerprint ? (
            <div className="nhsuk-inset-text">
              <p>
                <strong>This is another key than the one used before</strong>, whose fingerprint is{" "}
                <code className="muster-value">{before}</code>. With it, nobody is joined to earlier years.
                Choose the key file of before, if you have it.
              </p>
              <Tick id="key-changed" checked={changeMeant} onChange={onChangeMeant}>
                The earlier key is lost or no longer trusted: use this one from now on
              </Tick>
            </div>
          ) : null}
          <Tick id="key-remembered" checked={own.remembered} onChange={own.remember}>
            Remember the key in this browser, on this computer
          </Tick>
        </>
      ) : null}
      {own.leaveOut ? <p>The column person_key is left out. Nothing else depends on it.</p> : null}
      <label className="nhsuk-label" htmlFor="key-file">
        {own.key ? "Use another key file" : "Your key file"}
      </label>
      <input
        className="nhsuk-file-upload__input muster-file"
        id="key-file"
        type="file"
        aria-describedby={problem ? "person-keys-error" : undefined}
        onChange={take}
      />
      <ul className="muster-actions muster-actions--after">
        <li>
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            type="button"
            onClick={() => onKey(own.make())}
          >
            {own.key || before ? "Make a new key" : "Make our key"}
          </button>
        </li>
        <li>
          <button
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            type="button"
            onClick={() => own.setLeaveOut(!own.leaveOut)}
          >
            {own.leaveOut ? "Keep the column after all" : "Leave the column out"}
          </button>
        </li>
      </ul>
    </section>
  );
}

function NewKey({ made, name }: { made: string; name: string }) {
  return (
    <div className="nhsuk-inset-text">
      <p>
        <strong>Your new key, shown this once:</strong> <code className="muster-value">{made.trim()}</code>
      </p>
      <button
        className="nhsuk-button nhsuk-button--small"
        type="button"
        onClick={() => saveBlob(new Blob([made], { type: "text/plain" }), name)}
      >
        Save the key file
      </button>
    </div>
  );
}
