import { currentViewer } from "@/app/_session/current-viewer";
import { membersPlaces } from "@/lib/services/members/members-figures";
import { currentSite } from "@/lib/services/site";

/** The places whose organisations members may look at, one by one. */
export async function MembersTables() {
  const read = await membersPlaces(currentSite(), await currentViewer());
  return (
    <section>
      <h2 id="members">Members’ figures</h2>
      <p>Figures of single organisations, for members and planners only. They are not for publication.</p>
      {read.ok ? (
        <ul className="nhsuk-list">
          {read.value.places.map(({ code, name }) => (
            <li key={code}>
              <a href={`/members/${code}`}>{name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{read.problem.message}</p>
      )}
    </section>
  );
}
