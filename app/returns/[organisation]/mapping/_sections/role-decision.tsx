import { Table } from "@/app/_components/nhs/table";
import { ROLE_DECISION } from "@/lib/returns/codes/role-decision";

/** Which role a post is, whatever its title, by what it requires. */
export function RoleDecision() {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Which role is which</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>Go by what the post requires, not by its title. Take the first line that fits.</p>
        <Table
          caption="Which role a post is"
          captionHidden
          compact
          columns={[{ heading: "The post" }, { heading: "Role" }, { heading: "Titles that it often has" }]}
          rows={ROLE_DECISION.map(({ role, title, when, titles }) => ({
            key: role,
            cells: [when, title, titles],
          }))}
        />
      </div>
    </details>
  );
}
