import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { contract } from './contract.js';
import metadata from './metadata.js';
import { answerHeaders } from './platform/answer.headers.js';
import { checkBody } from './platform/body.check.js';
import { useConfig } from './platform/config.holder.js';
import type { Config } from './platform/config.js';
import { giveBackConnection } from './platform/database.js';
import { Invalid } from './platform/errors.js';
import { FHIR_BODY, MOST_FHIR, takesFhir } from './platform/fhir.body.js';
import { requestBegun, requestEnded } from './platform/lifecycle.js';
import { newScope, runInScope, type Scope } from './platform/scope.js';
import { serveSpa } from './platform/spa.js';
import { validation } from './platform/validation.js';
import { checkXsrf, offerXsrf } from './platform/xsrf.js';

const MAX_BODY = 1024 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    scope: Scope | null;
  }
}

/** The whole application, ready to listen: used by main and by every test. `offline` = without a database, for the contract. */
export async function createApp(config: Config, { offline = false } = {}): Promise<NestFastifyApplication> {
  useConfig(config);
  await SwaggerModule.loadPluginMetadata(metadata);
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_BODY,
    // Left to our own body check, which names the path.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, offline), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(validation());
  await app.register(cookie);
  edge(app.getHttpAdapter().getInstance(), config, await app.resolve(PinoLogger));
  const document = contract(app);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.send(document));
  await serveSpa(app, config.spaDir);
  return app;
}

/**
 * By the route that was found, never by the address as it was written: `/%61pi/…` and `http://host/api/…` lead to the
 * same handlers.
 */
const isApi = (request: FastifyRequest): boolean => (request.routeOptions.url ?? request.url).startsWith('/api/');

const JSON_BODY = /^application\/json\s*(?:;|$)/i;

/** A form of some other page can send text and urlencoded pairs without asking; JSON it cannot. */
function checkMediaType(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  const isTaken = type === undefined || JSON_BODY.test(type) || (FHIR_BODY.test(type) && takesFhir(request));
  if (!isTaken && request.method !== 'GET' && request.method !== 'HEAD')
    throw Object.assign(new Error('media type'), { statusCode: 415 });
}

/** What a page asks first; the answer's cookie brings the token that whatever changes something must carry. */
const OFFER_XSRF: ReadonlySet<string> = new Set(['/api/v1/auth/me', '/api/v1/auth/token']);

/** What every request meets before Nest: its scope, the XSRF check, the body check; and the log line after it. */
function edge(fastify: FastifyInstance, config: Config, logger: PinoLogger): void {
  const always = answerHeaders(config);
  fastify.decorateRequest('scope', null);
  // As it was sent: the file is kept, and its hash taken, before anything is made of it.
  fastify.addContentTypeParser(FHIR_BODY, { parseAs: 'string', bodyLimit: MOST_FHIR }, (_request, text, done) =>
    done(null, text),
  );
  fastify.addHook('onRequest', (request, reply, done) => {
    request.scope = newScope();
    void reply.headers(always);
    if (isApi(request)) {
      requestBegun();
      void reply.headers({ 'cache-control': 'no-store', 'x-request-id': request.scope.requestId });
    }
    runInScope(request.scope, () => {
      try {
        checkMediaType(request);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  });
  // Reading the body leaves the scope; it is entered again here.
  fastify.addHook('preValidation', (request, reply, done) => {
    runInScope(request.scope!, () => {
      try {
        if (OFFER_XSRF.has(request.routeOptions.url ?? '')) offerXsrf(request, reply);
        // Of whatever route: nothing changes anything without passing here.
        checkXsrf(request);
        if (Array.isArray(request.body))
          throw new Invalid([{ path: '', code: 'type', message: 'An object is needed.' }]);
        checkBody(request.body);
        checkBody(request.query);
        checkBody(request.params);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    runInScope(request.scope ?? newScope(), () => {
      const { actor, requestId, client } = request.scope ?? newScope();
      if (client) void giveBackConnection({ broken: true });
      if (isApi(request)) {
        requestEnded();
        logger.info(
          {
            requestId,
            method: request.method,
            route: request.routeOptions.url,
            status: reply.statusCode,
            ms: Math.round(reply.elapsedTime),
            user: actor?.id,
            clinic: actor?.clinicId,
          },
          'answered',
        );
      }
      done();
    });
  });
}
