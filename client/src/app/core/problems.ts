import { HttpErrorResponse } from '@angular/common/http';

export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/**
 * What went wrong, as far as a screen must tell cases apart.
 * `offline` no answer at all, `slow` no answer in time, `busy` the server asks for patience (429, 503),
 * `missing` not there or not yours to know of, `stale` changed elsewhere meanwhile (412, 428), `state` a rule forbids it now (409).
 */
export type ProblemKind =
  'offline' | 'slow' | 'busy' | 'signed-out' | 'forbidden' | 'missing' | 'stale' | 'state' | 'invalid' | 'failed';

/** What a person is told: what failed, what is safe, what to do. */
export interface ProblemWords {
  failed: string;
  safe: string;
  next: string;
}

/** An answer that is not a 2xx, or no answer. Every rejected `send` and every `read().problem()` is one of these. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    /** Stable, machine-readable: `invalid_credentials`, `note_signed`, … ; `offline` and `timeout` are made here. */
    readonly code: string,
    readonly title: string,
    readonly detail: string | null = null,
    readonly errors: readonly FieldProblem[] = [],
    readonly requestId: string | null = null,
    /** Whole seconds the server asks to wait (`Retry-After`), else null. */
    readonly retryAfter: number | null = null,
  ) {
    super(`${status} ${code}`);
  }

  get kind(): ProblemKind {
    return kindOf(this.status, this.code);
  }

  get words(): ProblemWords {
    return wordsOf(this.kind, this.detail);
  }
}

/** The one door from any thrown value to a `Problem`. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpErrorResponse) return fromResponse(thrown);
  if (thrown instanceof Error && thrown.cause) return problemOf(thrown.cause);
  return new Problem(-1, 'unexpected', thrown instanceof Error ? thrown.message : 'Unexpected');
}

function fromResponse(response: HttpErrorResponse): Problem {
  if (response.status === 0) {
    const late = response.error instanceof DOMException && response.error.name === 'TimeoutError';
    return late ? new Problem(0, 'timeout', 'No answer in time') : new Problem(0, 'offline', 'No connection');
  }
  const body = asRecord(response.error);
  return new Problem(
    response.status,
    text(body['code']) ?? `http_${response.status}`,
    text(body['title']) ?? '',
    text(body['detail']),
    fieldProblems(body['errors']),
    text(body['requestId']) ?? response.headers.get('x-request-id'),
    seconds(response.headers.get('retry-after')),
  );
}

function kindOf(status: number, code: string): ProblemKind {
  if (code === 'timeout') return 'slow';
  switch (status) {
    case 0:
      return 'offline';
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 404:
      return 'missing';
    case 409:
      return 'state';
    case 412:
    case 428:
      return 'stale';
    case 429:
    case 503:
      return 'busy';
    case 400:
    case 413:
    case 415:
    case 422:
      return 'invalid';
    default:
      return 'failed';
  }
}

function wordsOf(kind: ProblemKind, detail: string | null): ProblemWords {
  const kept = $localize`What you wrote is still here.`;
  switch (kind) {
    case 'offline':
      return {
        failed: $localize`There is no connection.`,
        safe: kept,
        next: $localize`It will work again once you are back online.`,
      };
    case 'slow':
      return {
        failed: $localize`That took too long.`,
        safe: kept,
        next: $localize`Try again in a moment.`,
      };
    case 'busy':
      return {
        failed: $localize`The practice's server is busy.`,
        safe: kept,
        next: $localize`Wait a moment, then try again.`,
      };
    case 'signed-out':
      return { failed: $localize`You were signed out.`, safe: kept, next: $localize`Sign in to go on.` };
    case 'forbidden':
      return {
        failed: $localize`You can't do this here.`,
        safe: $localize`Nothing was changed.`,
        next: $localize`Ask the practice if you think you should be able to.`,
      };
    case 'missing':
      return {
        failed: $localize`We can't show this.`,
        safe: $localize`Nothing was changed.`,
        next: $localize`Go back and open it again from the list.`,
      };
    case 'stale':
      return {
        failed: $localize`This was changed somewhere else meanwhile.`,
        safe: kept,
        next: $localize`Look at the newer version, then try again.`,
      };
    case 'state':
      return {
        failed: detail ?? $localize`This can't be done now.`,
        safe: $localize`Nothing was changed.`,
        next: $localize`Reload to see how it stands.`,
      };
    case 'invalid':
      return {
        failed: detail ?? $localize`Something in here can't be accepted.`,
        safe: kept,
        next: $localize`Look at the marked places.`,
      };
    case 'failed':
      return {
        failed: $localize`Something went wrong on our side.`,
        safe: kept,
        next: $localize`Try again. If it happens again, tell the practice the number below.`,
      };
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') {
    // A body that was not JSON, or JSON that arrived as text because its media type is not application/json.
    try {
      return asRecord(JSON.parse(value));
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.map(asRecord).map((entry) => ({
    path: text(entry['path']) ?? '',
    code: text(entry['code']) ?? '',
    message: text(entry['message']) ?? '',
  }));
}

function seconds(header: string | null): number | null {
  const value = Number(header);
  return header !== null && Number.isFinite(value) && value >= 0 ? value : null;
}
