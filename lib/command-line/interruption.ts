/** Ctrl-C, or a polite request to end: `signal` is aborted at the first; the second ends this process at once. */
export function listenForInterruption(): { signal: AbortSignal; came: Promise<void> } {
  const controller = new AbortController();
  const came = new Promise<void>((resolve) => {
    const hear = () => {
      // The children end with the channel to them, and the next start finds the database and uses it.
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
      resolve();
    };
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, hear);
  });
  return { signal: controller.signal, came };
}
