import './trusted-html.ts';

/** Name of the one policy that may start workers; documents allow no other. */
export const TRUSTED_WORKER_POLICY = 'plaza-worker';

interface WorkerPolicy {
  createScriptURL(url: string): string;
}
declare global {
  /** Every remote has its own copy of this file, and a policy can be made once a page. */
  var __plazaWorkerPolicy: WorkerPolicy | undefined;
}

/**
 * Vouches for the address of a worker's script: that it is one of the page's own origin.
 * @returns what `new Worker()` takes
 * @throws for another origin
 */
export function toTrustedWorkerUrl(url: string): string {
  if (!globalThis.trustedTypes) return ownScript(url);
  globalThis.__plazaWorkerPolicy ??= globalThis.trustedTypes.createPolicy(TRUSTED_WORKER_POLICY, {
    createScriptURL: ownScript,
  });
  return globalThis.__plazaWorkerPolicy.createScriptURL(url);
}

function ownScript(url: string): string {
  const { href, origin } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError(`Workers come from ${location.origin}, not ${origin}.`);
  return href;
}
