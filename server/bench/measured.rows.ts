import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Form } from '../src/fhir/form.definition.js';
import { changeBetween, isCase } from '../src/instruments/change.rules.js';
import { PHQ_9 } from '../src/instruments/phq.facts.js';
import { scorePublished } from '../src/instruments/scoring.rules.js';
import { newId } from '../src/platform/ids.js';
import { Rows } from './rows.js';

/** A person whose chart is read: twelve scales, two hundred answers to each. */
export const SERIES = { instruments: 12, points: 200 };
const DAY_MS = 86_400_000;
const QUARTERS = 4;
export const THERAPISTS_OF_LARGE = 50;
const [RULE] = PHQ_9.changeRules;

export type SealFor = (table: string, column: string, id: string, value: unknown) => Buffer;

/** Words of our own; codes and worths as the scale has them. */
const form = (n: number): Form => ({
  ...{ title: `Scale ${n}`, url: `https://forms.example/scale-${n}`, canonicalVersion: null, language: null },
  ...{ copyright: '', lead: '', frames: [] },
  items: PHQ_9.items.map(({ key, min, max }, at) => ({
    ...{ key, linkId: key, text: `Statement ${at + 1}`, prefix: '', section: '', help: '', type: 'choice', loinc: key },
    ...{ required: true, repeats: false, hidden: false, computed: false, min, max, maxLength: null, shownIf: [] },
    options: [0, 1, 2, 3].map((value) => ({
      ...{ key: String(value), text: `Worth ${value}`, system: null, code: null, value },
    })),
  })),
  scoring: {
    ...{ code: PHQ_9.code, factsVersion: PHQ_9.version },
    items: Object.fromEntries(PHQ_9.items.map(({ key }) => [key, key])),
  },
});

/** Scales that a clinic brought; returns their ids. `seal` seals under the clinic's own key. */
export async function bringScales(owner: pg.Client, clinicId: string, by: string, seal: SealFor): Promise<string[]> {
  const ids: string[] = [];
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  for (let n = 0; n < SERIES.instruments; n++) {
    const [id, fileId, versionId] = [newId(), newId(), newId()];
    const at = new Date();
    const identity = hash(`${id} identity`);
    await owner.query(
      'insert into instrument (clinic_id, id, identity, canonical, created_by, created_at) values ($1, $2, $3, $3, $4, $5)',
      [clinicId, id, identity, by, at],
    );
    await owner.query(
      'insert into instrument_file (clinic_id, id, instrument_id, hash, original, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [clinicId, fileId, id, hash(fileId), seal('instrument_file', 'original', fileId, '{}'), by, at],
    );
    await owner.query(
      'insert into instrument_version (clinic_id, id, instrument_id, file_id, version, form, created_by, created_at) values ($1, $2, $3, $4, 1, $5, $6, $7)',
      [clinicId, versionId, id, fileId, seal('instrument_version', 'form', versionId, form(n + 1)), by, at],
    );
    ids.push(id);
  }
  return ids;
}

export const readings = (db: pg.Client): Rows =>
  new Rows(db, 'scale_response', {
    ...{ clinic_id: 'uuid', id: 'uuid', client_id: 'uuid', instrument_id: 'uuid', instrument_version: 'int' },
    ...{ answered_at: 'timestamptz', answered_on: 'date', recorded_by: 'uuid', created_at: 'timestamptz' },
    ...{ answers: 'bytea', score: 'bytea', reading: 'bytea' },
  });

/** Every answer of one person to these scales, a week apart. `seal` seals under her own key. */
export async function answerAll(
  rows: Rows,
  scales: readonly string[],
  who: { clinicId: string; clientId: string; userId: string },
  seal: SealFor,
): Promise<void> {
  for (const [place, scale] of scales.entries()) {
    let first: { id: string; answeredOn: string; total: number } | null = null;
    for (let n = 0; n < SERIES.points; n++) {
      const id = newId();
      const at = new Date(Date.now() - (SERIES.points - n) * 7 * DAY_MS - place * 60_000);
      const answeredOn = at.toISOString().slice(0, 10);
      const answers = Object.fromEntries(
        PHQ_9.items.map(({ key }, k) => [key, k === 8 ? 0 : (n * 5 + k * 3 + place) % 4]),
      );
      const score = scorePublished(PHQ_9, answers);
      const change = first === null ? null : changeBetween(PHQ_9, RULE!, first.total, score.total!);
      const reading = {
        ...{ code: PHQ_9.code, factsVersion: PHQ_9.version, risk: [] },
        change: change === null || first === null ? null : { ...change, from: first },
      };
      first ??= { id, answeredOn, total: score.total! };
      await rows.add(
        ...[who.clinicId, id, who.clientId, scale, 1, at, answeredOn, who.userId, at],
        seal('scale_response', 'answers', id, answers),
        seal('scale_response', 'score', id, score),
        seal('scale_response', 'reading', id, reading),
      );
    }
  }
}

/** A clinic of very many people, of whom each has a year of quarters behind: what a report counts. */
export async function largeYear(
  owner: pg.Client,
  made: { clinicId: string; therapists: readonly string[]; people: number },
): Promise<number> {
  const { clinicId, therapists, people } = made;
  const [uuid, text, bool, int] = ['uuid', 'text', 'boolean', 'int'];
  const sealed = Buffer.alloc(48, 1);
  const clients = new Rows(owner, 'client', {
    ...{ clinic_id: uuid, id: uuid, given_name: 'bytea', family_name: 'bytea', status: text },
    ...{ primary_therapist_id: uuid, created_at: 'timestamptz', updated_at: 'timestamptz' },
  });
  const quarters = new Rows(owner, 'quarter_reading', {
    ...{ clinic_id: uuid, id: uuid, client_id: uuid, instrument_code: text, quarter: 'date', last_at: 'timestamptz' },
    ...{ paired: bool, from_case: bool, to_case: bool, verdict: text, rule_code: text, rule_version: int },
  });
  const tallies = new Rows(owner, 'asking_tally', {
    ...{ clinic_id: uuid, id: uuid, client_id: uuid, quarter: 'date', asked: int, met: int },
  });
  const now = new Date();
  const starts = Array.from(
    { length: QUARTERS },
    (_, back) =>
      new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3 * (QUARTERS - back), 1)),
  );
  for (let n = 0; n < people; n++) {
    const clientId = newId();
    await clients.add(clinicId, clientId, sealed, sealed, 'active', therapists[n % therapists.length], now, now);
    for (const [place, start] of starts.entries()) {
      const quarter = start.toISOString().slice(0, 10);
      const [from, to] = [8 + (n % 14), Math.max(0, 8 + (n % 14) - ((n * 7 + place * 3) % 13))];
      const { verdict, rule } = changeBetween(PHQ_9, RULE!, from, to)!;
      await quarters.add(
        ...[clinicId, newId(), clientId, PHQ_9.code, quarter, start, true, isCase(PHQ_9, from), isCase(PHQ_9, to)],
        ...[verdict, rule.code, rule.version],
      );
      await tallies.add(clinicId, newId(), clientId, quarter, 12, (n * 5 + place) % 13);
    }
  }
  for (const rows of [clients, quarters, tallies]) await rows.flush();
  return clients.written + quarters.written + tallies.written;
}
