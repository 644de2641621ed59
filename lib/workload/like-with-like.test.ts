import { describe, expect, it } from "vitest";
import { staffRow, standardsOf } from "@/tests/support/workload-service";
import { likeWithLike } from "./like-with-like";
import type { WorkLine } from "./work-line";

const { mainWork } = standardsOf();
const line = (activity: string, specialisms: string[], hours = 1) =>
  ({ activity, specialisms, hours }) as unknown as WorkLine;
const staff = (specialism: string, inPost: number) => staffRow({ specialism, inPost });

describe("like with like", () => {
  it("leaves out people whose main work is not counted, and the little of it that is", () => {
    const wheelchairs = line("planned_maintenance", ["rehabilitation"]);
    const pumps = line("planned_maintenance", ["equipment_management"]);
    const like = likeWithLike(
      [staff("equipment_management", 6), staff("rehabilitation", 2)],
      [wheelchairs, pumps],
      mainWork,
    );
    expect(like).toEqual({
      compared: [{ specialism: "equipment_management", wte: 6 }],
      notModelled: [{ specialism: "rehabilitation", wte: 2 }],
      lines: [pumps],
      coverage: 0.75,
    });
  });

  it("keeps work whose specialism employs nobody: others do it", () => {
    const wheelchairs = line("planned_maintenance", ["rehabilitation"]);
    const pumps = line("repair", ["equipment_management"]);
    const like = likeWithLike([staff("equipment_management", 6)], [wheelchairs, pumps], mainWork);
    expect(like.lines).toEqual([wheelchairs, pumps]);
  });

  it("compares community with devices whose setting is not told", () => {
    const open = line("planned_maintenance", ["community", "equipment_management"]);
    const like = likeWithLike([staff("community", 1), staff("equipment_management", 3)], [open], mainWork);
    expect(like.coverage).toBe(1);
  });

  it("does not compare people of a specialism of which only nought hours are counted", () => {
    const like = likeWithLike([staff("renal", 2)], [line("repair", ["renal"], 0)], mainWork);
    expect(like).toMatchObject({ compared: [], notModelled: [{ specialism: "renal", wte: 2 }], coverage: 0 });
  });

  it("never compares people of no named specialism", () => {
    const like = likeWithLike([staff("other", 2)], [line("advice", ["other"])], mainWork);
    expect(like.compared).toEqual([]);
  });

  it("has no coverage of nobody", () => {
    expect(likeWithLike([], [line("repair", ["renal"])], mainWork).coverage).toBeNull();
  });
});
