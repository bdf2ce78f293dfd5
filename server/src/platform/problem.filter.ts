import { ArgumentsHost, BadRequestException, Catch, ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { closeRefused } from './request.transaction.js';
import {
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  PreconditionMissing,
  Refused,
  RuleBroken,
  SlowDown,
  Stale,
  Unauthenticated,
  Unavailable,
  type FieldError,
} from './errors.js';
import type { Problem } from './problem.dto.js';
import { scopeOrNone } from './scope.js';

const TITLES: Record<number, string> = {
  400: 'Something in the request is not right',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Not possible in this state',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported format',
  422: 'Refused',
  428: 'Version needed',
  429: 'Slow down',
  500: 'Something went wrong',
  503: 'Not available right now',
};

const STATUS: [new (...args: never[]) => DomainError, number][] = [
  [NotFound, 404],
  [Forbidden, 403],
  [RuleBroken, 409],
  [Invalid, 400],
  [Refused, 422],
  [Stale, 412],
  [PreconditionMissing, 428],
  [Unauthenticated, 401],
  [SlowDown, 429],
  [Unavailable, 503],
];

interface PostgresError {
  code?: string;
  driverError?: PostgresError;
}

/** What the system, and the driver, say of a connection that ended under our hands. */
const LOST = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const GONE = /timeout exceeded when trying to connect|Connection terminated|not queryable|runner already released/;

/** What a Postgres error means to whoever asked; null = our own fault. Never its text: it may hold values. */
function fromPostgres(error: unknown): DomainError | null {
  const raw = error as PostgresError;
  const code = raw.driverError?.code ?? raw.code ?? '';
  if (code === '42501') return new Forbidden();
  if (code === '23503') return new NotFound('reference');
  if (code === '23505' || code === '23P01')
    return new RuleBroken('conflict', 'This already exists, or collides with something that does.');
  if (code === '40001' || code === '40P01' || code === '55P03') return new Unavailable(1);
  if (/^(57|08|53)/.test(code) || LOST.test(code)) return new Unavailable();
  if (/^(22|23514)/.test(code))
    return new Invalid([{ path: '', code: 'value', message: 'A value is outside of what can be stored.' }]);
  if (error instanceof Error && GONE.test(error.message)) return new Unavailable();
  return null;
}

interface Answer {
  status: number;
  code: string;
  detail?: string;
  errors?: FieldError[];
  retryAfter?: number;
  etag?: number;
}

function answerOf(error: unknown): Answer {
  const known = error instanceof DomainError ? error : fromPostgres(error);
  if (known) {
    const status = STATUS.find(([type]) => known instanceof type)?.[1] ?? 500;
    return {
      status,
      code: known.code,
      detail: known.message,
      ...(known instanceof Invalid || (known instanceof Refused && known.errors.length > 0)
        ? { errors: known.errors }
        : {}),
      ...(known instanceof SlowDown || known instanceof Unavailable ? { retryAfter: known.seconds } : {}),
      ...(known instanceof Stale ? { etag: known.currentVersion } : {}),
    };
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (error instanceof BadRequestException)
      return { status, code: 'invalid', detail: 'The request could not be read.' };
    return { status, code: status === 404 ? 'not_found' : `http_${status}` };
  }
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    const codes: Record<number, string> = { 413: 'too_large', 415: 'unsupported_media_type' };
    return {
      status: statusCode,
      code: codes[statusCode] ?? 'invalid',
      detail: code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? 'The request is too large.' : 'The request could not be read.',
    };
  }
  return { status: 500, code: 'internal' };
}

/** The body of every error (RFC 9457). Not-found says the same whatever was not found, and why. */
function problemOf({ status, code, detail, errors }: Answer, requestId: string): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'The request failed',
    status,
    code,
    ...(status === 404 ? { detail: new NotFound('').message } : detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    requestId,
  };
}

export function sendProblem(reply: FastifyReply, error: unknown): void {
  const answer = answerOf(error);
  void reply.status(answer.status).header('cache-control', 'no-store');
  if (answer.retryAfter !== undefined) void reply.header('retry-after', String(answer.retryAfter));
  if (answer.etag !== undefined) void reply.header('etag', `"${answer.etag}"`);
  void reply
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(answer, scopeOrNone()?.requestId ?? reply.request.id)));
}

/** The last stop of everything that fails: nothing stays open, refusals are audited, the body is a problem. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(PinoLogger) private readonly logger: PinoLogger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const answer = answerOf(error);
    await closeRefused(answer.status, `${request.method} ${request.routeOptions.url ?? ''}`);
    if (answer.status >= 500 && answer.status !== 503) {
      // The message of a database error may hold values; its stack and code do not name any.
      const { name, code, stack } = error as Error & { code?: unknown };
      this.logger.error({ error: name, code, stack: stack?.split('\n').slice(1, 12).join('\n') }, 'request failed');
    }
    sendProblem(http.getResponse<FastifyReply>(), error);
  }
}
