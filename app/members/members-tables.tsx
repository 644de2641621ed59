import { currentViewer } from "@/app/_session/current-viewer";
import { shortName } from "@/lib/places/short-name";
import { membersPlaces } from "@/lib/services/members/members-figures";
import { currentSite } from "@/lib/services/site";

type Place = { code: string; name: string };

/** The places whose organisations members may look at, one by one: those of one's own organisations first. */
export async function MembersTables() {
  const read = await membersPlaces(currentSite(), await currentViewer());
  const places = read.ok
    ? read.value.places
        .map(({ code, name }) => ({ code, name: shortName(name) }))
        .sort((a, b) => a.name.localeCompare(b.name, "en"))
    : [];
  const isOwn = ({ code }: Place) => read.ok && read.value.own.has(code);
  const own = places.filter(isOwn);
  return (
    <section>
      <h2 id="members">Members’ figures</h2>
      <p>Figures of single organisations, for members and planners only. They are not for publication.</p>
      {read.ok ? null : <p>{read.problem.message}</p>}
      <Links places={own} />
      {own.length > 0 ? <h3>Other places</h3> : null}
      <Links places={places.filter((place) => !isOwn(place))} />
    </section>
  );
}

function Links({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <ul className="muster-columns">
      {places.map(({ code, name }) => (
        <li key={code}>
          <a href={`/members/${code}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
