import { Injectable } from '@nestjs/common';
import { assertCoupleSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { assertCareOf } from '../clients/care.js';
import { CoupleChangesService } from './couple-changes.service.js';
import type { CoupleEndingDto, EndCouple, ReopeningDto } from './couple-events.dto.js';
import { CoupleEnding } from './couple.entity.js';
import type { CoupleDto } from './couples.dto.js';
import { CouplesService } from './couples.service.js';
import { OutcomesService } from '../clients/outcomes.service.js';
import { staffNames } from '../clients/people-names.js';

/** For so long two of the staff can undo it, in milliseconds. */
const REOPEN_MS = 30 * 86_400_000;

interface AskedRow {
  couple_id: string;
  ended_on: string;
  ended_at: Date;
  asked_by: string;
  asked_at: Date;
}

const reopenUntil = (endedAt: Date): string => new Date(endedAt.getTime() + REOPEN_MS).toISOString();

const IN_THE_WAY: Record<string, string> = {
  not_asked: 'Nobody has asked for it within thirty days.',
  second_person_needed: 'Somebody other than whoever asked for it reopens it.',
  already_in_couple: 'One of them is linked to another partner by now.',
};

/** The end of the work of two: what was joint is closed for good or for thirty days, each one's own goes on. */
@Injectable()
export class CoupleEndingsService {
  constructor(
    private readonly couples: CouplesService,
    private readonly changes: CoupleChangesService,
    private readonly outcomes: OutcomesService,
  ) {}

  async end(coupleId: string, { reason, endedOn, outcome }: EndCouple): Promise<CoupleDto> {
    const couple = await this.couples.one(coupleId);
    await assertCoupleSeen(coupleId);
    if (couple.status === 'ended') throw new RuleBroken('couple_ended', 'Their work together has ended.');
    await assertCareOf(coupleId);
    const today = now().toISOString().slice(0, 10);
    // Somewhere it is tomorrow already.
    if (endedOn && Date.parse(endedOn) > now().getTime() + 14 * 3_600_000)
      throw new Invalid([{ path: 'endedOn', code: 'future', message: 'This day is still to come.' }]);
    if (outcome) await this.outcomes.record({ coupleId }, { outcome });
    const { displayName, partners } = couple;
    await this.changes.keep(coupleId, 'ended', { reason });
    const ending = await insertRow(CoupleEnding, {
      ...{ id: newId(), coupleId, content: { reason, displayName, partners }, endedOn: endedOn ?? today },
      ...{ endedBy: actor().id, endedAt: now(), askedBy: null, askedAt: null, reopenedBy: null, reopenedAt: null },
    });
    const [done] = await sql<{ ended: boolean }>('couple end', 'select end_couple($1) as ended', [ending.id]);
    if (!done?.ended) throw new RuleBroken('couple_ended', 'Their work together has ended.');
    return this.couples.one(coupleId);
  }

  /** The end that stands; throws `NotFound` while their work goes on. */
  async of(coupleId: string): Promise<CoupleEndingDto> {
    await assertCoupleSeen(coupleId);
    const [row] = (await repo(CoupleEnding).find({ where: { coupleId }, order: { endedAt: 'DESC' }, take: 1 })).filter(
      ({ reopenedAt }) => reopenedAt === null,
    );
    if (!row) throw new NotFound('ending');
    const { id, endedOn, endedBy, endedAt, askedBy, content } = row;
    const names = await staffNames(askedBy ? [endedBy, askedBy] : [endedBy]);
    return {
      ...{ id, coupleId, endedOn, askedBy, reason: content.reason },
      endedByName: names.get(endedBy) ?? '',
      endedAt: endedAt.toISOString(),
      reopenUntil: reopenUntil(endedAt),
      askedByName: askedBy && (names.get(askedBy) ?? null),
    };
  }

  /** Within thirty days, by one who treated them. Throws `RuleBroken('invalid_transition')` when it is too late or asked. */
  async askReopening(coupleId: string): Promise<CoupleEndingDto> {
    await assertCoupleSeen(coupleId);
    const [asked] = await sql<{ asked: boolean }>('couple reopen ask', 'select ask_reopening($1) as asked', [coupleId]);
    if (!asked?.asked) throw new RuleBroken('invalid_transition', 'This cannot be asked for, or has been.');
    return this.of(coupleId);
  }

  /** What others ask to reopen, the first asked first. */
  async asked(): Promise<ReopeningDto[]> {
    const rows = await sql<AskedRow>(
      'couple reopenings',
      'select couple_id, ended_on::text, ended_at, asked_by, asked_at from reopenings()',
      [],
    );
    const names = await staffNames(rows.map((row) => row.asked_by));
    const couples = await this.couples.some(rows.map((row) => row.couple_id));
    return rows.map((row) => ({
      id: row.couple_id,
      displayName: couples.find(({ id }) => id === row.couple_id)?.displayName ?? '',
      endedOn: row.ended_on,
      askedByName: names.get(row.asked_by) ?? '',
      askedAt: row.asked_at.toISOString(),
      reopenUntil: reopenUntil(row.ended_at),
    }));
  }

  /** By another of the staff than whoever asked. What was shared stays ended: each shares anew, or not. */
  async reopen(coupleId: string): Promise<CoupleDto> {
    await this.couples.one(coupleId);
    const [answer] = await sql<{ fault: string | null }>('couple reopen', 'select reopen_couple($1) as fault', [
      coupleId,
    ]);
    const fault = answer?.fault ?? null;
    if (fault === 'not_found') throw new NotFound('couple');
    if (fault) throw new RuleBroken(fault, IN_THE_WAY[fault] ?? '');
    return this.couples.one(coupleId);
  }
}
