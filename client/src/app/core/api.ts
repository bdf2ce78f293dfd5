import { HttpClient, HttpHeaders, httpResource, type HttpInterceptorFn } from '@angular/common/http';
import { Service, computed, inject, linkedSignal, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem, problemOf } from './problems';

const BASE = '/api/v1';

/** Milliseconds until an unanswered request counts as failed. */
export const TIMEOUT = 20_000;

/**
 * Keeps the service worker out of what is asked of the server: it would answer 504 where there is no connection, and a
 * draft could not tell "on this device only" from "not saved".
 */
export const pastTheWorker: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'ngsw-bypass': 'true' } }));

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface SendOptions {
  /** Version the change is based on; goes out as `If-Match: "<version>"`. Stale: rejects with `Problem` 412. */
  ifMatch?: number;
  /** Same key and same body: the server replays its first answer instead of creating twice. */
  idempotencyKey?: string;
  /** Let the request outlive the page (leaving, closing). Bodies over 60 kB cannot. */
  keepalive?: boolean;
  /** Milliseconds, default 20 s. */
  timeout?: number;
  /** For bodies that are not JSON objects (a file, FHIR JSON, CSV). */
  contentType?: string;
}

export interface Read<T> {
  /** The newest good answer; stays while reloading and when a reload fails; undefined until the first one. */
  readonly value: Signal<T | undefined>;
  /** True while the first answer or a newer one is on its way. */
  readonly loading: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  reload(): void;
  /** Shows a newer state that an act has just answered with, without asking again. */
  set(value: T): void;
}

/**
 * A GET that follows its signals: `client = read<Client>(() => `/clients/${this.id()}`)`. Undefined = nothing to ask yet.
 * Call it where `inject()` may be called. Paths are relative to /api/v1.
 */
export function read<T>(path: () => string | undefined): Read<T> {
  const address = computed(path);
  const resource = httpResource<T>(() => {
    const to = address();
    return to === undefined ? undefined : { url: BASE + to, timeout: TIMEOUT };
  });
  const value = linkedSignal<
    { to: string | undefined; now: T | undefined },
    { to: string | undefined; now: T | undefined }
  >({
    source: () => ({ to: address(), now: resource.hasValue() ? resource.value() : undefined }),
    computation: (next, previous) =>
      // The old answer may stay on screen only while it answers the same question.
      previous !== undefined && next.now === undefined && previous.value.to === next.to ? previous.value : next,
  });
  return {
    value: computed(() => value().now),
    loading: resource.isLoading,
    problem: computed(() => {
      const error = resource.error();
      return error ? problemOf(error) : null;
    }),
    reload: () => void resource.reload(),
    set: (now) => resource.set(now),
  };
}

/** `?a=1&b=2` from what is set; empty text when nothing is. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length === 0 ? '' : '?' + new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
}

/** Writes, as promises. Every rejection is a `Problem`. */
@Service()
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: string, options?: SendOptions): Promise<T> {
    return this.send<T>('GET', path, undefined, options);
  }

  post<T>(path: string, body?: unknown, options?: SendOptions): Promise<T> {
    return this.send<T>('POST', path, body, options);
  }

  put<T>(path: string, body: unknown, options?: SendOptions): Promise<T> {
    return this.send<T>('PUT', path, body, options);
  }

  patch<T>(path: string, body: unknown, options?: SendOptions): Promise<T> {
    return this.send<T>('PATCH', path, body, options);
  }

  delete<T = void>(path: string, options?: SendOptions): Promise<T> {
    return this.send<T>('DELETE', path, undefined, options);
  }

  async send<T>(method: Method, path: string, body?: unknown, options: SendOptions = {}): Promise<T> {
    try {
      return await this.attempt<T>(method, path, body, options);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code !== 'csrf') throw problem;
      // The token of an earlier sign-in, or none yet.
      await this.attempt('GET', '/auth/token', undefined, {}).catch(() => undefined);
      return await this.attempt<T>(method, path, body, options).catch((again: unknown) => {
        throw problemOf(again);
      });
    }
  }

  private attempt<T>(method: Method, path: string, body: unknown, options: SendOptions): Promise<T> {
    let headers = new HttpHeaders();
    if (options.ifMatch !== undefined) headers = headers.set('If-Match', `"${options.ifMatch}"`);
    if (options.idempotencyKey) headers = headers.set('Idempotency-Key', options.idempotencyKey);
    if (options.contentType) headers = headers.set('Content-Type', options.contentType);
    return firstValueFrom(
      this.http.request<T>(method, BASE + path, {
        body,
        headers,
        timeout: options.timeout ?? TIMEOUT,
        keepalive: options.keepalive ?? false,
      }),
    );
  }
}
