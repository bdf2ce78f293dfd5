import { Injectable } from '@nestjs/common';
import { staffNames } from '../clients/people-names.js';
import { REFERENCED } from '../instruments/registry.content.js';
import { SCREENERS, type Screener, type ScreenerAnswer, type ScreenerAnswers } from '../instruments/screener.facts.js';
import { faultsIn, levelOf } from '../instruments/screener.rules.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { RiskService } from '../risk/risk.service.js';
import { Screening } from './screening.entity.js';
import type { NewScreening, ScreenerDto, ScreeningDto, ScreeningErrorDto, ScreeningMistake } from './screenings.dto.js';

/** The newest of them: nobody asks a person more often than this in years. */
const MOST = 50;
/** A clock that runs ahead by less than this is a clock, not a claim about the future. */
const CLOCK_SKEW_MS = 60_000;

@Injectable()
export class ScreeningsService {
  constructor(private readonly alerts: RiskService) {}

  screeners(): Page<ScreenerDto> {
    const items = SCREENERS.map(({ code, items }): ScreenerDto => ({
      ...{ code, title: titleOf(code), licence: entryOf(code)?.licence ?? '', declinedCounts: code === 'asq' },
      items: items.map(({ key, number, span, after }) => ({ key, number, span, after: [...after] })),
    }));
    return { items, next: null };
  }

  /**
   * Keeps what was answered and done, and raises an alert in the same transaction where it came to anything: recording an
   * act does not close what somebody has to follow up. Throws `Invalid` with the path of every open or needless answer.
   */
  async record(clientId: string, sent: NewScreening): Promise<ScreeningDto> {
    await assertCare(clientId);
    const screener = SCREENERS.find(({ code }) => code === sent.instrument)!;
    const answers = readAnswers(sent.answers);
    const at = now();
    const askedAt = sent.askedAt ? new Date(sent.askedAt) : at;
    const level = levelOf(screener, answers);
    const faults = [
      ...faultsIn(screener, answers),
      ...(askedAt.getTime() > at.getTime() + CLOCK_SKEW_MS
        ? [{ path: 'askedAt', code: 'future', message: 'It lies in the future.' }]
        : []),
      ...(level !== 'none' && sent.action === 'none_needed'
        ? [{ path: 'action', code: 'action_needed', message: 'Say what was done about it.' }]
        : []),
    ];
    if (faults.length > 0) throw new Invalid(faults);
    const content = { version: screener.version, answers, level, action: sent.action, note: sent.note?.trim() || null };
    const row = await insertRow(Screening, {
      ...{ id: newId(), clientId, instrumentCode: screener.code, content, askedAt },
      ...{ recordedBy: actor().id, recordedAt: at, errorAt: null, errorBy: null, errorReason: null },
    });
    if (level !== 'none') {
      const facts = { screeningId: row.id, instrument: screener.code, level };
      await this.alerts.raise({ clientId, coupleId: null, facts });
    }
    return (await dtosOf([row]))[0]!;
  }

  /**
   * It stays as it was, marked; so does the alert that it raised, which only a person closes. Throws
   * `RuleBroken('entered_in_error')` the second time.
   */
  async enterInError(id: string, { reason }: ScreeningMistake): Promise<ScreeningDto> {
    const row = await repo(Screening).findOneBy({ id });
    if (!row) throw new NotFound('screening');
    await assertCare(row.clientId);
    if (row.errorAt) throw new RuleBroken('entered_in_error', 'This is marked as entered in error already.');
    const marked = { errorAt: now(), errorBy: actor().id, errorReason: reason };
    await changeRow(Screening, row, marked);
    await this.alerts.markMistake(row.clientId, row.id);
    return (await dtosOf([row]))[0]!;
  }

  /** Newest first; events beside each other, never a course. */
  async of(clientId: string): Promise<Page<ScreeningDto>> {
    await assertSeen(clientId);
    const order = { askedAt: 'DESC' as const, id: 'DESC' as const };
    return { items: await dtosOf(await repo(Screening).find({ where: { clientId }, order, take: MOST })), next: null };
  }
}

async function sightOf(clientId: string): Promise<{ cares: boolean; sees: boolean }> {
  const [sight] = await sql<{ cares: boolean; sees: boolean }>(
    'screening sight',
    `select id = any ((select care_clients())::uuid[]) as cares, id = any ((select visible_clients())::uuid[]) as sees
     from client where id = $1`,
    [clientId],
  );
  if (!sight?.sees) throw new NotFound('client');
  return sight;
}

const assertSeen = async (clientId: string): Promise<void> => void (await sightOf(clientId));

async function assertCare(clientId: string): Promise<void> {
  if (!(await sightOf(clientId)).cares) throw new Forbidden();
}

const ANSWERS: readonly unknown[] = ['yes', 'no', 'declined'] satisfies ScreenerAnswer[];

function readAnswers(sent: Readonly<Record<string, unknown>>): ScreenerAnswers {
  const faults = Object.entries(sent).flatMap(([key, answer]) =>
    ANSWERS.includes(answer)
      ? []
      : [{ path: `answers.${key}`, code: 'unknown_option', message: 'Say yes, no or declined.' }],
  );
  if (faults.length > 0) throw new Invalid(faults.slice(0, 50));
  return sent as ScreenerAnswers;
}

const entryOf = (code: Screener['code']) => REFERENCED.find((entry) => entry.code === code);
const titleOf = (code: Screener['code']): string => entryOf(code)?.title ?? code;

async function dtosOf(rows: readonly Screening[]): Promise<ScreeningDto[]> {
  const names = await staffNames(
    rows.flatMap(({ recordedBy, errorBy }) => [recordedBy, ...(errorBy ? [errorBy] : [])]),
  );
  return rows.map((row) => {
    const { id, clientId, instrumentCode, content, askedAt, recordedBy, recordedAt } = row;
    const { answers, level, action, note } = content;
    const items = SCREENERS.find(({ code }) => code === instrumentCode)!.items;
    return {
      ...{ id, clientId, instrument: instrumentCode, title: titleOf(instrumentCode), level, action, note },
      answers: items.flatMap(({ key, number, span }) => {
        const answer = answers[key];
        return answer === undefined ? [] : [{ key, number, span, answer }];
      }),
      ...{ askedAt: askedAt.toISOString(), recordedAt: recordedAt.toISOString() },
      recordedByName: names.get(recordedBy) ?? '',
      enteredInError: mistakeIn(row, names),
    };
  });
}

const mistakeIn = (
  { errorAt, errorBy, errorReason }: Screening,
  names: ReadonlyMap<string, string>,
): ScreeningErrorDto | null =>
  errorAt && errorBy
    ? { reason: errorReason ?? '', byName: names.get(errorBy) ?? '', at: errorAt.toISOString() }
    : null;
