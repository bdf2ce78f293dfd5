const SCRIPT = 'ngsw-worker.js';

/** As much of the browser's Trusted Types as is needed here. What a policy makes stands wherever text would. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * The address of the service worker. Under the app's content security policy a browser takes such an address only from
 * a policy named there, and the framework has none for this; `kept#worker` vouches for this one file and no other.
 */
export function workerScript(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('kept#worker', {
    createScriptURL: (url) => {
      if (url !== SCRIPT) throw new TypeError('only the service worker may be started');
      return url;
    },
  });
  return policy?.createScriptURL(SCRIPT) ?? SCRIPT;
}
