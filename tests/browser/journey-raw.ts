import { connect } from "node:net";
import type { TestSite } from "../support/site";
import { CENSUS } from "./journey-files";

export type Answer = { status: number; text: string };
export type Sending = { organisation: string; cookie: string; part: string; text: string; census?: string };
export type Send = (site: TestSite, sending: Sending) => Promise<Answer>;

/** Sends a file as the page does with JavaScript. */
export const sendStream: Send = async (site, { organisation, cookie, part, text, census = CENSUS }) => {
  const send = () =>
    fetch(`${site.url}/returns/${organisation}/parts/${part}?census=${census}`, {
      method: "PUT",
      headers: { cookie, origin: site.url },
      body: text,
    });
  // A connection kept from before may be closed by the site just as it is used again: a browser then asks anew.
  const answer = await send().catch((error: { cause?: { code?: string } }) => {
    if (error.cause?.code === "UND_ERR_SOCKET") return send();
    throw error;
  });
  const { problem } = (await answer.json()) as { problem?: { message: string; mend?: string } };
  return { status: answer.status, text: problem ? `${problem.message} ${problem.mend ?? ""}` : "" };
};

/** Sends a file by the form, and gives what the page that it leads to says. */
export const sendForm: Send = async (site, { organisation, cookie, part, text, census = CENSUS }) => {
  const form = new FormData();
  form.append("census", census);
  form.append(part, new File([text], `${part}.csv`));
  form.append("unit", "");
  const headers = { cookie, origin: site.url };
  const answer = await fetch(`${site.url}/returns/${organisation}/upload`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: form,
  });
  const location = answer.headers.get("location");
  if (!location) return { status: answer.status, text: await answer.text() };
  const html = await (await fetch(new URL(location, site.url), { headers })).text();
  const summary = /nhsuk-error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1] ?? "";
  return { status: answer.status, text: summary.replaceAll(/<[^>]+>/g, " ") };
};

/** Speaks HTTP by hand, so that it can lie; gives all that came back once the line was closed. */
export function speak(site: TestSite, lines: readonly string[], body: string, cut: boolean): Promise<string> {
  const { hostname, port, host } = new URL(site.url);
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(Number(port), hostname === "localhost" ? "127.0.0.1" : hostname, () => {
      const head = [...lines, `host: ${host}`, `origin: ${site.url}`, "connection: close"].join("\r\n");
      socket.write(`${head}\r\n\r\n${body}`, () => {
        if (cut) socket.destroy();
      });
    });
    socket.on("data", (piece) => {
      heard += piece;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(heard));
  });
}
