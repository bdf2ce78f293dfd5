import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  Param,
  SetMetadata,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { ApiCookieAuth, ApiExtension, ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Invalid, NotFound, PreconditionMissing } from './errors.js';
import { isId } from './ids.js';
import type { Permission } from './permissions.js';

export const CAN = 'kept:can';
export const PUBLIC = 'kept:public';
export const RETURNS = 'kept:returns';

/** What a route answers with: exactly the declared fields of `dto`, or nothing at all. */
export interface Returned {
  dto: Type | null;
  page: boolean;
  created: boolean;
  /** Media type of a file, instead of a DTO. */
  file?: string;
}

/** What a route declares of itself. */
export interface Rule {
  isPublic: boolean;
  permission: Permission | undefined;
  returned: Returned;
}

const rules = new WeakMap<object, Rule>();

/** Found once for each handler, not looked up with every request. */
export function ruleOf(handler: object): Rule {
  const known = rules.get(handler);
  if (known) return known;
  const rule: Rule = {
    isPublic: Reflect.getMetadata(PUBLIC, handler) === true,
    permission: Reflect.getMetadata(CAN, handler) as Permission | undefined,
    returned: Reflect.getMetadata(RETURNS, handler) as Returned,
  };
  rules.set(handler, rule);
  return rule;
}

/** The permission a signed-in actor needs. A route without `@Can` or `@Public` stops the boot. */
export const Can = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(CAN, permission), ApiExtension('x-permission', permission), ApiCookieAuth('kept'));

/** Open to anyone, signed in or not. */
export const Public = (): MethodDecorator => applyDecorators(SetMetadata(PUBLIC, true), ApiExtension('x-public', true));

const declare = (returned: Returned, status: number, schema: object): MethodDecorator =>
  applyDecorators(
    SetMetadata(RETURNS, returned),
    HttpCode(status),
    ...(returned.dto ? [ApiExtraModels(returned.dto)] : []),
    ApiResponse({ status, ...schema }),
    ApiResponse({
      status: 'default',
      description: 'A problem (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    }),
  );

/** Answers 200 (or `status`) with the declared fields of `dto`. */
export const Returns = (dto: Type, { status = 200 } = {}): MethodDecorator =>
  declare({ dto, page: false, created: false }, status, { type: dto });

/** Answers 200 with `{items, next}`. */
export const ReturnsPage = (dto: Type): MethodDecorator =>
  declare({ dto, page: true, created: false }, 200, {
    schema: {
      type: 'object',
      required: ['items', 'next'],
      properties: {
        items: { type: 'array', items: { $ref: getSchemaPath(dto) } },
        next: { type: 'string', nullable: true },
      },
    },
  });

/** Answers 201 with the created thing and its `Location`. */
export const Creates = (dto: Type): MethodDecorator =>
  applyDecorators(
    declare({ dto, page: false, created: true }, 201, { type: dto }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key and body replays the first answer.',
    }),
  );

/** Answers 204, or another `status`, without a body. */
export const ReturnsNothing = (status = 204): MethodDecorator =>
  declare({ dto: null, page: false, created: false }, status, {});

/** Answers 200 with a file of this media type; the handler gives a `SentFile`. */
export const ReturnsFile = (type: string): MethodDecorator =>
  declare({ dto: null, page: false, created: false, file: type }, 200, {
    content: { [type]: { schema: { type: 'string', format: 'binary' } } },
  });

/** An id in the path. A malformed one answers like an unknown one. */
export const Id = (name = 'id'): ParameterDecorator =>
  Param(name, {
    transform: (value: unknown) => {
      if (!isId(value)) throw new NotFound(name);
      return value.toLowerCase();
    },
  });

const version = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new PreconditionMissing();
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header);
  if (!match)
    throw new Invalid([{ path: 'If-Match', code: 'format', message: 'If-Match must hold one version, such as "3".' }]);
  return Number(match[1]);
});

/** The version in `If-Match`, a whole number. Missing: 428; malformed: 400. */
export const IfMatch = (): ParameterDecorator => version();
