import type { Params } from 'nestjs-pino';
import type { Config } from './config.js';

/**
 * Logs name the request, the route and who asked, by id. Never a body, a query, a header or a value: what people
 * write does not belong here. Requests are logged by app.ts when they are answered.
 */
export const loggerOptions = (config: Config): Params => ({
  pinoHttp: {
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
