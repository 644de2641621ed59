/**
 * The policy of a signed-in page: nothing from elsewhere, nothing inline but what carries this answer's nonce, no
 * inline style. While developing, React and the bundler need more.
 */
export function contentPolicy(nonce: string, developing: boolean): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    `style-src 'self'${developing ? " 'unsafe-inline'" : ""}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // The checks of a return run in a worker of our own before anything is sent.
    "worker-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${developing ? " 'unsafe-eval'" : ""}`,
  ].join("; ");
}
