import { currentViewer } from "@/app/_session/current-viewer";
import { seeOther } from "@/app/_session/form-answer";
import { landing } from "../../returns/landing";

/** Where whoever has just signed in, either way, without having asked for a page is sent on from. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  return seeOther(viewer.kind === "person" ? landing(viewer) : "/sign-in");
}
