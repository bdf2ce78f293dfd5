import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { isId } from './ids.js';
import { remember, replayed, type Kept } from './idempotency.js';
import type { Permission } from './permissions.js';
import { commitRequest, type Access } from './request.transaction.js';
import { ruleOf, type Returned } from './route.js';
import { scope } from './scope.js';
import type { SentFile } from './sent-file.js';
import { serializerOf } from './serializer.js';

interface Seen {
  id?: unknown;
  clientId?: unknown;
  coupleId?: unknown;
}

const idOrNull = (value: unknown): string | null => (isId(value) ? value : null);

/** The one value that all rows agree on, if they do. */
const shared = (rows: readonly (Seen | null | undefined)[], key: 'clientId' | 'coupleId'): string | null => {
  const first = idOrNull(rows[0]?.[key]);
  return rows.every((row) => idOrNull(row?.[key]) === first) ? first : null;
};

/** The one person or couple whose sealed words were opened for this answer, if it was one. */
function onlyOpened(): { id: string; kind: 'client' | 'couple' } | null {
  const [first, second] = scope().opened;
  return first && !second ? { id: first[0], kind: first[1] } : null;
}

/** What an answer is made of: its items, the lists it holds, or itself. */
function rowsOf(body: unknown): (Seen | null | undefined)[] {
  const { items, id } = (body ?? {}) as { items?: unknown; id?: unknown };
  if (Array.isArray(items)) return items as Seen[];
  if (id !== undefined || typeof body !== 'object' || body === null) return [body as Seen | undefined];
  const listed = Object.values(body).filter(Array.isArray).flat() as Seen[];
  return listed.length > 0 ? listed : [body];
}

/** Which rows an answer showed, and whose they are: one person's, one couple's, or many people's. */
function accessOf(
  permission: Permission,
  body: unknown,
  { params, routeOptions }: FastifyRequest<{ Params: Record<string, string> }>,
): Access {
  const [target = '', act = ''] = permission.split(':');
  const rows = rowsOf(body);
  const one = rows.length === 1 ? rows[0] : undefined;
  const rowIds = [...new Set(rows.flatMap((row) => (isId(row?.id) ? [row.id] : [])))];
  const pathId = idOrNull(params['id']);
  const under = (collection: string): string | null =>
    routeOptions.url?.startsWith(`/api/v1/${collection}/:id`) ? pathId : null;
  const opened = rows.some((row) => row?.clientId !== undefined || row?.coupleId !== undefined) ? null : onlyOpened();
  return {
    act,
    target,
    rowIds: rowIds.length === 0 && pathId ? [pathId] : rowIds,
    clientId:
      under('clients') ??
      (target === 'clients' ? idOrNull(one?.id) : shared(rows, 'clientId')) ??
      (opened?.kind === 'client' ? opened.id : null),
    coupleId:
      under('couples') ??
      (target === 'couples' ? idOrNull(one?.id) : shared(rows, 'coupleId')) ??
      (opened?.kind === 'couple' ? opened.id : null),
  };
}

/**
 * Around every signed-in handler: replays a repeated POST, lets only declared fields leave, records the access and
 * commits, all in the one transaction that the guard opened. What fails is rolled back by the problem filter.
 */
@Injectable()
export class RequestInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.answer(context, next));
  }

  private async answer(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
    const reply = http.getResponse<FastifyReply>();
    const { isPublic, permission, returned } = ruleOf(context.getHandler());
    if (isPublic) {
      return shape(returned, await firstValueFrom(next.handle(), { defaultValue: undefined }));
    }
    const before = await replayed(request);
    const body = before
      ? before.body
      : shape(returned, await firstValueFrom(next.handle(), { defaultValue: undefined }));
    const answer: Kept = before ?? { status: reply.statusCode, body };
    const access = accessOf(permission!, body, request);
    if (!before) await remember(request, answer, access);
    await commitRequest(access);
    if (before) void reply.status(before.status).header('idempotency-replayed', 'true');
    headers(returned, body, request, reply);
    return returned.file ? fileOf(returned.file, body as SentFile, reply) : (body ?? undefined);
  }
}

function fileOf(type: string, { name, bytes }: SentFile, reply: FastifyReply): Buffer {
  void reply.header('content-type', type).header('content-disposition', `attachment; filename="${name}"`);
  return bytes;
}

function shape(returned: Returned, result: unknown): unknown {
  if (returned.file) return result;
  if (!returned.dto) return undefined;
  const pick = serializerOf(returned.dto);
  if (!returned.page) return pick(result);
  const page = result as { items: unknown[]; next: string | null };
  return { items: page.items.map(pick), next: page.next };
}

function headers(returned: Returned, body: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { id, version } = (body ?? {}) as { id?: unknown; version?: unknown };
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
  if (returned.created && typeof id === 'string') {
    void reply.header('location', `${request.url.split('?')[0]!.replace(/\/(?:import)?$/, '')}/${id}`);
  }
}
