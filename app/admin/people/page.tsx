import { Button } from "@/app/_components/nhs/button";
import { SelectField } from "@/app/_components/nhs/select-field";
import { Table } from "@/app/_components/nhs/table";
import { TextField } from "@/app/_components/nhs/text-field";
import { Missing } from "@/app/_session/missing";
import { readNotice } from "@/app/_session/notice";
import { fieldNotice } from "@/app/_session/notice-banner";
import { SignedInShell } from "@/app/_session/signed-in-shell";
import { membershipWords } from "@/app/_session/standing";
import { ROLES } from "@/lib/access/viewer";
import { listPeople } from "@/lib/services/people/manage-people";
import { currentSite } from "@/lib/services/site";
import { administrator } from "../administrator";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who may sign in, and as what. */
export default async function People({ searchParams }: Props) {
  const viewer = await administrator("/admin/people");
  if (!viewer) return <Missing />;
  const { notice: parameter } = await searchParams;
  const notice = await readNotice(typeof parameter === "string" ? parameter : undefined, viewer.person);
  const read = await listPeople(currentSite(), viewer);
  return (
    <SignedInShell
      viewer={viewer}
      title="People"
      current="admin"
      crumbs={[{ text: "Administration", href: "/admin" }]}
      notice={notice}
    >
      <h1 className="nhsuk-heading-l">People</h1>
      <Table
        caption="People and their roles"
        captionHidden
        columns={[{ heading: "Name" }, { heading: "E-mail address" }, { heading: "Roles" }]}
        rows={(read.ok ? read.value : []).map(({ id, name, email, memberships }) => ({
          key: id,
          cells: [name, email, memberships.map(membershipWords).join(", ")],
        }))}
      />
      <h2 id="add">Add a person or a role</h2>
      <p>
        Someone who is known already by this address gets the role as well. A password is set with{" "}
        <code>muster user add</code>.
      </p>
      <form action="/admin/people/add" method="post">
        <TextField id="name" name="name" label="Name" width={20} {...fieldNotice(notice, "name")} />
        <TextField
          id="email"
          name="email"
          type="email"
          label="E-mail address"
          width={20}
          {...fieldNotice(notice, "email")}
        />
        <SelectField
          id="role"
          name="role"
          label="Role"
          options={ROLES.map((role) => ({ value: role, text: role }))}
          {...fieldNotice(notice, "role")}
        />
        <TextField
          id="organisation"
          name="organisation"
          label="Organisation’s code"
          hint="For submitters, approvers and members."
          width={10}
          {...fieldNotice(notice, "organisation")}
        />
        <TextField
          id="unit"
          name="unit"
          label="Service unit (may be left empty)"
          hint="Only for a submitter who sends one unit’s files. The whole return is then submitted by another."
          width={20}
          {...fieldNotice(notice, "unit")}
        />
        <Button>Add</Button>
      </form>
    </SignedInShell>
  );
}
