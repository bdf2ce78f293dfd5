// A bare server to measure against: node:http and pg, one file, no framework. `same` sends the statements of the real
// route in their order (opening, data, audit row and commit) and answers the rows as JSON, sealed columns as base64;
// `alone` sends one data statement by a role that no policy holds. Neither checks input, permission or XSRF, and
// neither seals or opens anything.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import type { Known, Measured, Statement, Value } from './measured.definition.js';
import type { Person } from './clinic.rows.js';

export interface Plan {
  routes: (Measured & { same: Statement[] })[];
  people: Record<Measured['as'], (Person & { xsrf: string })[]>;
}

const [, , mode, planFile, port, url, poolSize] = process.argv as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const plan = JSON.parse(readFileSync(planFile, 'utf8')) as Plan;
const pool = new pg.Pool({ connectionString: url, max: Number(poolSize) });
/** By their keys, which the load sends along: two of them have the same path. */
const routes = new Map(plan.routes.map((route) => [route.key, route]));

const fill = (value: Value, facts: Known): unknown => {
  if ('known' in value) return facts[value.known];
  if ('bytes' in value) return Buffer.from(value.bytes, 'hex');
  if ('constant' in value) return value.constant;
  return value.fresh === 'id' ? randomUUID() : new Date();
};

type Row = Record<string, unknown>;

const asJson = (row: Row): Row => {
  const out: Row = {};
  for (const [name, value] of Object.entries(row))
    out[name] = Buffer.isBuffer(value) ? value.toString('base64') : value;
  return out;
};

async function same(statements: readonly Statement[], facts: Known, token: string): Promise<Row[]> {
  const client = await pool.connect();
  let rows: Row[] = [];
  const texts: Record<string, string> = {
    hash: createHash('sha256').update(token).digest('hex'),
    request: randomUUID(),
  };
  for (const { name, text, values } of statements) {
    if (name === null && values.length === 0) {
      const filled = text.replace(/«(\w+)»/g, (_, key: string) =>
        key === 'rows'
          ? rows.map((row) => String(row['id'])).join(',')
          : (texts[key] ?? String(facts[key as keyof Known])),
      );
      await client.query(filled);
    } else {
      const named = name === null ? {} : { name };
      const result = await client.query<Row>({ ...named, text, values: values.map((value) => fill(value, facts)) });
      if (result.rows.length > 0 && 'id' in result.rows[0]!) rows = result.rows.slice(0, 25);
    }
  }
  client.release();
  return rows;
}

async function alone({ name, text, values }: Statement, facts: Known): Promise<Row[]> {
  const statement = { name: `${name} ${text.length}`, text, values: values.map((value) => fill(value, facts)) };
  return (await pool.query<Row>(statement)).rows;
}

async function bodyOf(request: IncomingMessage): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  JSON.parse(Buffer.concat(parts).toString('utf8'));
}

async function answer(request: IncomingMessage): Promise<string> {
  const { method, url: place = '', headers } = request;
  const route = routes.get(String(headers['x-route']));
  if (!route) throw new Error(`no such route: ${method} ${place}`);
  if (method !== 'GET') await bodyOf(request);
  const person = plan.people[route.as][Number(headers['x-person'])]!;
  const facts: Known = { ...person, version: Number(headers['if-match']?.replaceAll('"', '')) };
  const token = /kept=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '';
  const rows = mode === 'same' ? await same(route.same, facts, token) : await alone(route.alone!, facts);
  if (rows.length === 0 && mode === 'alone' && route.single) throw new Error(`nothing found: ${method} ${place}`);
  return JSON.stringify(route.single ? asJson(rows[0] ?? {}) : { items: rows.map(asJson) });
}

createServer((request, response) => {
  answer(request).then(
    (json) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) });
      response.end(json);
    },
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      response.writeHead(500, { 'content-length': 0 });
      response.end();
    },
  );
}).listen(Number(port), '127.0.0.1', () => process.stdout.write(`ready http://127.0.0.1:${port}\n`));
