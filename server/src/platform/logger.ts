import type { Params } from 'nestjs-pino';
import { destination } from 'pino';
import type { Config } from './config.js';

/** Lines are written many at once, at the latest after this long, and the last of them when the process ends. */
const LINES_LATE_MS = 500;
const LINES_BYTES = 4096;

/**
 * Logs name the request, the route and who asked, by id. Never a body, a query, a header or a value: what people
 * write does not belong here. Requests are logged by app.ts when they are answered.
 */
export const loggerOptions = (config: Config): Params => ({
  // No logger for each request: app.ts writes the one line there is, and the scope knows who asked.
  forRoutes: [],
  pinoHttp: {
    stream: destination({ dest: 1, sync: false, minLength: LINES_BYTES, periodicFlush: LINES_LATE_MS }),
    level: config.logLevel,
    autoLogging: false,
    quietReqLogger: true,
    serializers: {
      req: () => undefined,
      res: () => undefined,
      err: (error: Error) => ({ name: error.name, stack: error.stack?.split('\n').slice(1).join('\n') }),
    },
  },
});
