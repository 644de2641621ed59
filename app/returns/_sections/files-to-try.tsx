import type { SignedIn } from "@/app/_session/current-viewer";
import { filesToTry, TRY_KINDS, type TryKind } from "@/lib/services/returns/files-to-try";
import { currentSite } from "@/lib/services/site";

const LABELS: Readonly<Record<TryKind, string>> = {
  clean: "Clean, as the organisation would send them",
  spoilt: "Spoilt, with the mistakes that are made most",
};

type FilesToTryProps = { viewer: SignedIn; organisation: string; census: string };

/** The demonstration's own: files to save and upload, for who has none. Nothing where there are none to try. */
export async function FilesToTry({ viewer, organisation, census }: FilesToTryProps) {
  const read = await filesToTry(currentSite(), viewer, { organisation, census });
  if (!read.ok || read.value === null) return null;
  const { faults } = read.value;
  return (
    <section>
      <h2 id="try">Try with these files</h2>
      <p>
        Synthetic files of this fictional organisation. Save them, and upload them above. {faults.length}{" "}
        mistakes are in the spoilt ones.
      </p>
      {TRY_KINDS.map((kind) => (
        <div key={kind}>
          <h3 className="nhsuk-heading-s">{LABELS[kind]}</h3>
          <ul className="muster-actions">
            {read.value?.[kind].map(({ name }) => (
              <li key={name}>
                <a href={`/returns/${organisation}/try/${kind}/${name}`} download={name}>
                  {name}
                  <span className="nhsuk-u-visually-hidden">, {kind}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
