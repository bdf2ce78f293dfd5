import { In } from 'typeorm';
import { repo } from '../platform/database.js';
import { Session } from '../sessions/session.entity.js';
import { QuestionRelease, type QuestionAnswer } from './question.entity.js';
import type { DraftedAnswerDto, GivenDto, PlannedDto } from './questions.dto.js';

/** Sessions that stand, by id, as far as their reader attends or leads them. */
export async function sessionsBy(ids: readonly (string | null)[]): Promise<Map<string, Session>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const rows = await repo(Session).findBy({ id: In(wanted), status: In(['planned', 'held']) });
  return new Map(rows.map((row) => [row.id, row]));
}

export const plannedDto = (sessions: Map<string, Session>, id: string | null): PlannedDto | null => {
  const session = id === null ? undefined : sessions.get(id);
  return session ? { sessionId: session.id, startsAt: session.startsAt.toISOString() } : null;
};

/** What was given in sessions, by question. */
export async function releasesOf(questionIds: readonly string[]): Promise<Map<string, QuestionRelease>> {
  const rows = await repo(QuestionRelease).findBy({ questionId: In([...questionIds]) });
  return new Map(rows.map((row) => [row.questionId, row]));
}

export const givenDto = (row: QuestionRelease | undefined): GivenDto | null =>
  row ? { level: row.level, ...row.content.parts, givenAt: row.releasedAt.toISOString() } : null;

/** `since` = when he was last asked: a word given before counts no more. */
export const isUsable = (row: QuestionAnswer, since: Date): boolean => row.ready && row.savedAt >= since;

export const answerDto = (row: QuestionAnswer | undefined, since: Date): DraftedAnswerDto | null =>
  row
    ? { version: row.version, ...row.content, ready: isUsable(row, since), savedAt: row.savedAt.toISOString() }
    : null;
