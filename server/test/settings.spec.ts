import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../src/platform/config.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const unique = (found: Iterable<RegExpMatchArray>): string[] =>
  [...new Set([...found].map((match) => match[1]!))].sort();

const explained = unique(text('.env.example').matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm));

interface Service {
  command?: string[];
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };

const key = (n: number): string => Buffer.alloc(32, n).toString('base64');
const good = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://kept_app:x@db/kept',
  WORKER_DATABASE_URL: 'postgres://kept_worker:x@db/kept',
  KEPT_ORIGIN: 'https://kept.example',
  KEPT_MASTER_KEY: key(1),
  KEPT_INDEX_KEY: key(2),
  KEPT_PEPPER: key(3),
  KEPT_SIGNING_KEY: key(4),
  SMTP_URL: 'smtp://mail:25',
};

describe('the settings', () => {
  it('are all explained in .env.example', () => {
    const read = readdirSync(path.join(ROOT, 'server/src/platform'))
      .filter((name) => name.startsWith('config'))
      .flatMap((name) =>
        unique(text(`server/src/platform/${name}`).matchAll(/'((?:KEPT_)?[A-Z][A-Z0-9]*_?[A-Z0-9_]*)'/g)),
      );
    const settings = read.filter((name) => /^(KEPT|SMTP|MAIL|LOG|DATABASE|WORKER|NODE|HOST|PORT)/.test(name));
    expect(settings).toContain('KEPT_MASTER_KEY');
    expect(settings.filter((name) => !explained.includes(name))).toEqual([]);
  });

  it('that .env.example explains are all read by something', () => {
    const readers = [
      'server/src/platform/config.ts',
      'server/src/cli/migrate.ts',
      'docker-compose.yml',
      'client/e2e/playwright.config.ts',
    ];
    const scripts = readdirSync(path.join(ROOT, 'scripts')).map((name) => `scripts/${name}`);
    const everything = [...readers, ...scripts].map(text).join('\n');
    expect(explained.filter((name) => !everything.includes(name))).toEqual([]);
  });

  it('are accepted in production when they are strong', () => {
    expect(readConfig(good).production).toBe(true);
  });

  it.each([
    ['a missing master key', { KEPT_MASTER_KEY: '' }],
    ['a short key', { KEPT_PEPPER: Buffer.alloc(16, 9).toString('base64') }],
    ['one key for two purposes', { KEPT_INDEX_KEY: key(1) }],
    ['an address without encryption', { KEPT_ORIGIN: 'http://kept.example' }],
    ['no mail server', { SMTP_URL: '' }],
    ['a talkative log', { LOG_LEVEL: 'debug' }],
    ['no database', { DATABASE_URL: '' }],
    ['another kind of database', { DATABASE_URL: 'mysql://x@db/kept' }],
    ['a port that is none', { PORT: '99999' }],
  ])('are refused in production with %s, in one line', (_, change) => {
    let said = '';
    try {
      readConfig({ ...good, ...change });
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toMatch(/^[^\n]{10,200}$/);
  });
});

describe('docker-compose.yml', () => {
  it('runs Postgres, the migrations, the API, the worker and a mail catcher', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'mail', 'migrate', 'postgres', 'worker']);
  });

  it('starts nothing before the tables are up to date', () => {
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]!.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    }
  });

  it('keeps the owner of the tables away from the API and the worker', () => {
    for (const name of ['api', 'worker']) {
      expect(Object.keys(compose.services[name]!.environment)).not.toContain('ADMIN_DATABASE_URL');
    }
    expect(compose.services['migrate']!.environment['ADMIN_DATABASE_URL']).toMatch(/^postgres:/);
  });

  it('takes only settings that .env.example explains, and no secret of its own', () => {
    expect(
      unique(text('docker-compose.yml').matchAll(/(?<!\$)\$\{([A-Z0-9_]+)/g)).filter(
        (name) => !explained.includes(name),
      ),
    ).toEqual([]);
    for (const name of ['KEPT_MASTER_KEY', 'KEPT_INDEX_KEY', 'KEPT_PEPPER', 'KEPT_SIGNING_KEY']) {
      expect(compose.services['api']!.environment[name]).toBe(`\${${name}:?set it in .env}`);
    }
  });
});
