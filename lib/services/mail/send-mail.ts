import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Site } from "../site";

export type Mail = { to: string; subject: string; text: string };

const FROM = process.env.MAIL_FROM ?? "Muster <muster@localhost>";

/** Sends a mail, or writes it whole as an .eml file into the folder. Throws when it cannot: the job is tried again. */
export async function sendMail(site: Pick<Site, "mail" | "now">, mail: Mail): Promise<void> {
  const message = { from: FROM, to: mail.to, subject: mail.subject, text: mail.text };
  if ("smtp" in site.mail) {
    await createTransport(site.mail.smtp).sendMail(message);
    return;
  }
  const { message: bytes } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: "crlf",
  }).sendMail(message);
  await mkdir(site.mail.folder, { recursive: true, mode: 0o700 });
  const name = `${site.now().toISOString().replaceAll(":", "-")}-${randomUUID()}.eml`;
  const beside = join(site.mail.folder, `.${name}`);
  await writeFile(beside, bytes as Buffer, { mode: 0o600 });
  await rename(beside, join(site.mail.folder, name));
}
