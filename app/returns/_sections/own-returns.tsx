import { Tag } from "@/app/_components/nhs/tag";
import type { SignedIn } from "@/app/_session/current-viewer";
import { unitsBoundTo } from "@/lib/access/rights";
import { formatDate } from "@/lib/format/date";
import { readReturns } from "../read-census";
import { returnState } from "../return-state";
import { returnHref } from "../search-params";

type OwnReturnsProps = { viewer: SignedIn; organisation: string; name: string };

/** The returns of one of one's own organisations: those still open at length, those of closed collections in a line. */
export async function OwnReturns({ viewer, organisation, name }: OwnReturnsProps) {
  const read = await readReturns(viewer, organisation);
  const returns = (read.ok ? read.value : []).map((one) => ({
    ...one,
    state: returnState(one.view, unitsBoundTo(viewer, organisation) !== null),
  }));
  const closed = returns.filter(({ view }) => !view.collectionOpen);
  const census = (date: string) => (
    <a href={returnHref(organisation, date)}>
      Census of {formatDate(date)}
      <span className="nhsuk-u-visually-hidden">: return of {name}</span>
    </a>
  );
  return (
    <section>
      <h2>
        {name} <span className="nhsuk-caption-m">{organisation}</span>
      </h2>
      {read.ok ? null : <p>{read.problem.message}</p>}
      {read.ok && returns.length === 0 ? <p>No collection asks {name} for a return.</p> : null}
      {returns
        .filter(({ view }) => view.collectionOpen)
        .map(({ view, closes, state }) => (
          <div className="muster-panel" key={view.census}>
            <h3>
              {census(view.census)} <Tag colour={state.colour}>{state.text}</Tag>
            </h3>
            <p>
              The collection is open{closes ? ` until ${formatDate(closes)}` : ""}. {state.waits}
            </p>
          </div>
        ))}
      {closed.length > 0 ? (
        <>
          <p>Closed collections:</p>
          <ul className="nhsuk-list">
            {closed.map(({ view, state }) => (
              <li key={view.census}>
                {census(view.census)} <Tag colour={state.colour}>{state.text}</Tag>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ul className="muster-actions">
        <li>
          <a href={`/returns/${organisation}/data`}>
            Your data<span className="nhsuk-u-visually-hidden"> of {name}</span>
          </a>
        </li>
        <li>
          <a href={`/returns/${organisation}/seen`}>
            What others see of you<span className="nhsuk-u-visually-hidden"> at {name}</span>
          </a>
        </li>
      </ul>
    </section>
  );
}
