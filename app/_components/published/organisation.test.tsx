import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OrganisationFacts } from "@/lib/published/organisation-facts";
import { releaseNote } from "@/lib/published/release-note";
import { placeOf, releaseOf } from "@/lib/published/scene.fixture";
import { Organisation } from "./organisation";

const shown = (facts: Partial<OrganisationFacts>) =>
  renderToStaticMarkup(
    <Organisation
      page={{
        kind: "organisation",
        facts: {
          code: "ZS141",
          level: "organisation",
          name: "Sample Trust 141",
          kind: null,
          postcode: null,
          synthetic: true,
          parent: "QKK",
          parentNote: null,
          opens: null,
          closed: null,
          followed: [],
          formerNames: [],
          ...facts,
        },
        above: [],
        note: releaseNote({ releases: [releaseOf()], awaited: [] }, releaseOf()),
        place: null,
        board: null,
        parent: placeOf("QKK"),
        parts: [],
        neighbours: [],
        official: null,
        held: undefined,
      }}
    />,
  ).replace(/<[^>]+>/g, "");

test("one that merged away says when it closed, what followed it and that it was not asked", () => {
  const closed = { on: "30 September 2024", successors: [{ code: "ZS202", name: "Sample Trust 202" }] };
  expect(shown({ closed })).toContain("It closed on 30 September 2024. It was followed by Sample Trust 202");
  expect(shown({ closed })).toContain(
    "It closed on 30 September 2024, and was not asked for the census of 31 March 2026.",
  );
});

test("one that a merger made names those that it followed", () => {
  const followed = [
    { code: "ZS141", name: "Sample Trust 141" },
    { code: "ZS142", name: "Sample Trust 142" },
  ];
  expect(shown({ followed })).toContain("FollowedSample Trust 141Sample Trust 142");
  expect(shown({})).not.toContain("Followed");
});
