import { deriveSecret } from "@/lib/access/derive-secret";
import { demoSignIns } from "@/lib/services/operation/demo-sign-ins";
import { loadNewestOfSample, type RestOfSample } from "@/lib/services/operation/load-sample";
import { prepareDatabase } from "@/lib/services/operation/prepare-database";
import { sampleAskedFor } from "@/lib/services/operation/sample-to-load";
import { ensureAppBuild } from "./app-build";
import { using } from "./database-problem";
import { installationSecret } from "./installation-secret";
import { listenForInterruption } from "./interruption";
import { openDatabase } from "./open-database";
import { demoAllowed, portToServe } from "./port";
import { preparationFingerprint } from "./preparation-fingerprint";
import { projectDirectory, stateDirectory } from "./project-directory";
import { say, sayProblem } from "./say";
import { serveSite } from "./serve-site";
import { disclosureKey, type SiteSettings, workerEnvironment } from "./site-environment";

type Undo = (() => Promise<void>)[];
type Interruption = ReturnType<typeof listenForInterruption>;

/** `npm start`: everything from a fresh clone to a served page; ends at Ctrl-C and leaves no process behind. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    say(`\`muster start\` takes no arguments, and was given ${args.join(" ")}: the port is set by PORT.`);
    return 2;
  }
  const undo: Undo = [];
  try {
    return await start(listenForInterruption(), undo);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function start({ signal, came }: Interruption, undo: Undo): Promise<number> {
  const project = projectDirectory();
  const state = stateDirectory();
  const host = process.env.MUSTER_HOST || "127.0.0.1";
  const asked = sampleAskedFor(process.env.MUSTER_SAMPLE);
  if (!asked.ok) return sayProblem(asked.problem);
  const port = await portToServe(host);
  if (!port.ok) return sayProblem(port.problem);
  const secret = installationSecret(state);
  if (!secret.ok) return sayProblem(secret.problem);

  const database = await openDatabase(state);
  if (!database.ok) return sayProblem(database.problem);
  undo.push(database.value.stop);
  if (signal.aborted) return 0;

  const built = await ensureAppBuild(project, say, signal);
  if (signal.aborted) return 0;
  if (!built.ok) return sayProblem(built.problem);

  const { ownerUrl, embedded, closed } = database.value;
  const applicationPassword = deriveSecret(secret.value, "application-password");
  const prepared = await using(
    database.value,
    prepareDatabase({
      ownerUrl,
      applicationPassword,
      project,
      fingerprint: preparationFingerprint(project),
    }),
  );
  if (!prepared.ok) return sayProblem(prepared.problem);
  const url = process.env.MUSTER_URL || `http://localhost:${port.value}`;
  const settings: SiteSettings = {
    project,
    state,
    secret: secret.value,
    appUrl: prepared.value,
    url,
    demo: demoAllowed(embedded, host, url),
    disclosureKey: disclosureKey(secret.value, embedded),
  };
  // The services called from here find the same site as those of the children.
  Object.assign(process.env, workerEnvironment(settings));
  const ending = new AbortController();
  const sample = {
    project,
    state,
    asked: asked.value,
    say,
    signal: AbortSignal.any([signal, ending.signal]),
  };
  const left = embedded
    ? await using(database.value, loadNewestOfSample(sample))
    : { ok: true as const, value: null };
  if (signal.aborted) return 0;
  if (!left.ok) return sayProblem(left.problem);

  const served = await serveSite(
    { ...settings, awaited: left.value?.censuses ?? [] },
    { host, port: port.value, signal },
  );
  if (signal.aborted) return 0;
  if (!served.ok) return sayProblem(served.problem);
  undo.push(served.value.stop);

  say(`\nMuster is at ${settings.url} (Ctrl-C ends it).`);
  if (settings.demo) for (const line of demoSignIns()) say(line);
  const loading = loadInBackground(left.value);
  undo.push(async () => {
    ending.abort();
    await loading;
  });
  const reason = await Promise.race([
    came.then(() => undefined),
    served.value.broken,
    closed.then(
      () =>
        "The database ended by itself: its log is in the state directory, and the next start uses it again.",
    ),
  ]);
  if (reason === undefined) return 0;
  say(reason);
  return 1;
}

/** Said when the site is up and the earlier collections follow. */
export const LOADING =
  "The earlier collections are loaded meanwhile: pages gain what they say as each is published.";
/** The last line of a first start. */
export const LOADED = "Every collection of the sample is loaded.";

/** The site is up meanwhile, and stays up whatever comes of it. */
async function loadInBackground(rest: RestOfSample | null): Promise<void> {
  if (!rest) return;
  say(`\n${LOADING}`);
  try {
    await rest.load();
    say(LOADED);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    say(
      `The earlier collections could not be loaded: ${why} What is up stays; the next start takes it up there.`,
    );
  }
}
