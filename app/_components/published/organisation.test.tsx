import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OrganisationFacts } from "@/lib/published/organisation-facts";
import { releaseNote } from "@/lib/published/release-note";
import { placeOf, releaseOf } from "@/lib/published/scene.fixture";
import type { OrganisationPage } from "@/lib/services/published/organisation-page";
import { Organisation } from "./organisation";

const shown = (facts: Partial<OrganisationFacts>, of: Partial<OrganisationPage> = {}) =>
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
        host: null,
        withoutDevices: [],
        board: null,
        parent: placeOf("QKK"),
        parts: [],
        neighbours: [],
        official: null,
        held: undefined,
        ...of,
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

test("one that is served names its host", () => {
  const place = { ...placeOf("ZS001"), response: "served" as const, servedBy: "ZS011" };
  expect(shown({}, { place, host: { code: "ZS011", name: "Sample Trust 011" } })).toContain(
    "Served by Sample Trust 011, whose return counts its service, for the census of 31 March 2026.",
  );
  expect(shown({}, { place: { ...place, servedBy: null } })).toContain(
    "Served by another organisation, for the census of 31 March 2026.",
  );
});

test("one that sent no devices to a census says so, and of no other", () => {
  expect(shown({}, { withoutDevices: ["31 March 2025"] })).toContain(
    "For the census of 31 March 2025 it sent no devices.",
  );
  expect(shown({}, { withoutDevices: ["31 March 2024", "31 March 2025"] })).toContain(
    "For the censuses of 31 March 2024 and 31 March 2025 it sent no devices.",
  );
  expect(shown({})).not.toContain("no devices");
});
