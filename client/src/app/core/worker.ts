import { ApplicationRef, inject, isDevMode } from '@angular/core';

const SCRIPT = 'ngsw-worker.js';

/** Milliseconds after which the worker is installed even if the first page has not come to rest. */
const PATIENCE = 30_000;

/** As much of the browser's Trusted Types as is needed here. What a policy makes stands wherever text would. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * Installs the service worker, which keeps the shell for days without a connection. Only once the first page stands,
 * so that what it fetches never competes with that page. The framework's own way of installing it brings along push
 * messages and update notices, which nobody here uses, on every first visit.
 */
export function keepShell(): void {
  if (isDevMode() || !('serviceWorker' in navigator)) return;
  const waited = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  Promise.race([inject(ApplicationRef).whenStable(), waited])
    .then(() => navigator.serviceWorker.register(workerScript()))
    .catch((error: unknown) => console.error(error));
}

/**
 * The address of the service worker. Under the app's content security policy a browser takes such an address only from
 * a policy named there, and the framework has none for this; `kept#worker` vouches for this one file and no other.
 */
function workerScript(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('kept#worker', {
    createScriptURL: (url) => {
      if (url !== SCRIPT) throw new TypeError('only the service worker may be started');
      return url;
    },
  });
  return policy?.createScriptURL(SCRIPT) ?? SCRIPT;
}
