import { expect, test } from "vitest";
import { reachServer } from "./given-server";

test.each(["garbage", "https://db.example.org/muster", "postgres://:5432:x", "db.example.org:5432", ""])(
  "%j is said to be no address, without being repeated",
  async (given) => {
    const reached = await reachServer(given);
    expect(reached).toMatchObject({
      ok: false,
      problem: {
        code: "database-address",
        message: "What DATABASE_URL names is no address of a PostgreSQL database.",
        mend: expect.stringContaining("postgres://user:password@host:5432/name"),
      },
    });
  },
);

test.each(["postgres", "postgresql"])(
  "an address %s:// is asked, and a server that is not there said to be",
  async (scheme) => {
    const reached = await reachServer(`${scheme}://user:secret@127.0.0.1:1/muster`);
    expect(reached).toMatchObject({ ok: false, problem: { code: "database-unreachable" } });
    expect(JSON.stringify(reached)).not.toContain("secret");
  },
);
