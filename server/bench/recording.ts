import type { InjectOptions } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Known, Measured, Statement, Value } from './measured.definition.js';
import { bodyOf, pathOf } from './measured.routes.js';
import { DRAFT_VERSION, type Person } from './clinic.rows.js';

interface Sent {
  name: string | null;
  text: string;
  values: unknown[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Notes down what any connection of this process sends to Postgres while `work` runs. */
async function listen(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (this: unknown, ...args: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args as [string | { name?: string; text: string; values?: unknown[] }, unknown[]?];
    if (typeof first === 'string') sent.push({ name: null, text: first, values: second ?? [] });
    else sent.push({ name: first.name ?? null, text: first.text, values: first.values ?? second ?? [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

export const cookiesOf = (who: Person, xsrf: string): string => `kept=${who.token}; XSRF-TOKEN=${xsrf}`;

/** A token for writing, as the app gives it to a browser. */
export async function xsrfOf(app: NestFastifyApplication, who: Person): Promise<string> {
  const answer = await app.inject({ method: 'GET', url: '/api/v1/auth/me', headers: { cookie: `kept=${who.token}` } });
  const cookie = answer.cookies.find(({ name }) => name === 'XSRF-TOKEN');
  if (!cookie) throw new Error(`not signed in: ${answer.statusCode} ${answer.payload}`);
  return cookie.value;
}

async function ask(app: NestFastifyApplication, route: Measured, who: Person, version: number): Promise<string> {
  const xsrf = await xsrfOf(app, who);
  const body = bodyOf(route, who, version);
  const request: InjectOptions = {
    method: route.method,
    url: pathOf(route, who),
    headers: {
      cookie: cookiesOf(who, xsrf),
      'x-xsrf-token': xsrf,
      'if-match': `"${version}"`,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === null ? {} : { payload: body }),
  };
  const answer = await app.inject(request);
  if (answer.statusCode >= 300) throw new Error(`${route.title}: ${answer.statusCode} ${answer.payload}`);
  return answer.payload;
}

/**
 * The statements the real route sends, with what differs from request to request made a value to fill in: found by
 * asking as two different people. `people` must be unused for drafts, whose version this moves on by two.
 */
export async function record(
  app: NestFastifyApplication,
  route: Measured,
  people: readonly [Person, Person],
): Promise<Statement[]> {
  const heard: Sent[][] = [];
  for (const who of people) {
    // Once before, so that keys are known and statements prepared.
    await ask(app, route, who, DRAFT_VERSION);
    heard.push((await listen(() => ask(app, route, who, DRAFT_VERSION + 1))).slice(-1_000));
  }
  const [first, second] = heard.map((all) => all.slice(all.findLastIndex(({ text }) => text.startsWith('begin'))));
  if (!first || !second || first.length !== second.length) throw new Error(`${route.title}: two requests differ`);
  const facts: Known = { ...people[0], version: DRAFT_VERSION + 1 };
  return first.map((sent, i) => ({
    name: sent.name,
    text: sent.name === null && sent.values.length === 0 ? template(sent.text, facts) : sent.text,
    values: sent.values.map((value, j) => valueOf(value, second[i]!.values[j], facts)),
  }));
}

function valueOf(value: unknown, other: unknown, facts: Known): Value {
  const [name] = Object.entries(facts).find(([, fact]) => fact === value) ?? [];
  if (name) return { known: name as keyof Known };
  if (Buffer.isBuffer(value)) return { bytes: value.toString('hex') };
  if (value instanceof Date) return { fresh: 'now' };
  if (typeof value === 'string' && UUID.test(value) && value !== other) return { fresh: 'id' };
  return { constant: value };
}

/** `«name»` in the text of a statement is filled in for each request; `«rows»` are the ids of the rows just read. */
function template(text: string, facts: Known): string {
  let out = text
    .replace(/'\\x[0-9a-f]{64}'::bytea, '[0-9a-f-]{36}'/, `'\\x«hash»'::bytea, '«request»'`)
    .replace(/'\{([0-9a-f,-]*)\}'::uuid\[\]/, (whole, ids: string) =>
      ids === '' || Object.values(facts).includes(ids) ? whole : `'{«rows»}'::uuid[]`,
    );
  for (const [name, fact] of Object.entries(facts))
    if (typeof fact === 'string' && fact !== '') out = out.replaceAll(fact, `«${name}»`);
  return out;
}
