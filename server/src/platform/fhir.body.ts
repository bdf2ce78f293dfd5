import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

const FHIR_JSON = 'application/fhir+json';
export const FHIR_BODY = /^application\/fhir\+json\s*(?:;|$)/i;
/** Bytes at the edge: above the limit of the rules, so that these can say why. */
export const MOST_FHIR = 3 * 1024 * 1024;

/** The route takes a FHIR resource as `application/fhir+json`. */
export const TakesFhir = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ fhir: true }),
    ApiConsumes(FHIR_JSON),
    ApiBody({ schema: { type: 'object', additionalProperties: true } }),
  );

export const takesFhir = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { fhir?: boolean } | undefined)?.fhir === true;

const body = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const sent = context.switchToHttp().getRequest<FastifyRequest>().body;
  if (typeof sent !== 'string') throw Object.assign(new Error('media type'), { statusCode: 415 });
  return sent;
});

/** The text of the file, exactly as it was sent. Anything but `application/fhir+json`: 415. */
export const FhirBody = (): ParameterDecorator => body();
