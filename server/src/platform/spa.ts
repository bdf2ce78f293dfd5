import { existsSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** content-hashed build outputs: name-XXXXXXXX.ext */
const HASHED = /-[A-Za-z0-9_-]{8}\.(?:js|css|woff2|svg|png)$/;

/** Serves the built SPA: precompressed, immutable for hashed names, index.html for the app's own routes. */
export async function serveSpa(app: NestFastifyApplication, root: string): Promise<void> {
  if (!existsSync(root)) return;
  // Loaded only where there is something to serve: the API alone, as in the tests, does without.
  const { default: fastifyStatic } = await import('@fastify/static');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      const name = path.replace(/\.(?:br|gz)$/, '');
      void reply.header('cache-control', HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (path.startsWith('/api') || path.startsWith('/health') || /\.[a-z0-9]+$/i.test(path))
      return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
