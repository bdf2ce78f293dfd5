import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ourselves } from '../couples/ourselves.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { NotFound, RuleBroken, Stale } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { QuestionAnswer, QuestionAsk } from './question.entity.js';
import { answerDto, givenDto, plannedDto, releasesOf, sessionsBy } from './question.view.js';
import { oneAtATime } from './answering.js';
import type { AnswerInput, AskedDto, QuestionQuery } from './questions.dto.js';

const ASKED = `select a.id, a.passed_on_at::text as place from question_ask a where a.couple_id = $1 and a.client_id = (select req_client())
  and ($2::timestamptz is null or (a.passed_on_at, a.id) < ($2, $3::uuid)) order by a.passed_on_at desc, a.id desc limit $4`;

/** The side of whoever is asked: what was passed on, and the words for it, which staff alone read beside him. */
@Injectable()
export class AnswersService {
  async list(coupleId: string, { limit, cursor }: QuestionQuery): Promise<Page<AskedDto>> {
    await ourselves(coupleId);
    const [place, id] = decodeCursor(cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; place: string }>('asked', ASKED, [coupleId, place, id, limit + 1]);
    const { items, next } = keyset(found, limit, (row) => [row.place, row.id]);
    const rows = await repo(QuestionAsk).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: await dtosOf(items.flatMap((row) => byId.get(row.id) ?? [])), next };
  }

  async one(id: string): Promise<AskedDto> {
    return (await dtosOf([await askedOf(id)]))[0]!;
  }

  /**
   * `version` 0: there is none yet. Other words take back the word that they can be used, unless it is given anew.
   * Throws `RuleBroken('not_asked')` once the question is over, `Stale`.
   */
  async write(id: string, version: number, { facts, outline = '', full = '', ready }: AnswerInput): Promise<AskedDto> {
    const { questionId } = await askedOf(id);
    await oneAtATime(questionId);
    const ask = await askedOf(id);
    if (ask.closedAt !== null || (await releasesOf([ask.questionId])).size > 0)
      throw new RuleBroken('not_asked', 'This is not asked any more. Your words stay here.');
    const answer = await repo(QuestionAnswer).findOneBy({ questionAskId: id });
    const patch = { content: { facts, outline, full }, ready: ready && facts.trim() !== '', savedAt: now() };
    if (answer) await saveVersion(QuestionAnswer, answer, patch, version);
    else if (version !== 0) throw new Stale(0);
    else {
      const { clientId, coupleId } = ask;
      await insertRow(QuestionAnswer, { id: newId(), clientId, coupleId, questionAskId: id, version: 1, ...patch });
    }
    return this.one(id);
  }
}

/** Throws `NotFound` for whatever the actor is not asked. */
async function askedOf(id: string): Promise<QuestionAsk> {
  const ask = await repo(QuestionAsk).findOneBy({ id });
  if (!ask || ask.clientId !== actor().clientId) throw new NotFound('asked');
  await ourselves(ask.coupleId);
  return ask;
}

async function dtosOf(rows: readonly QuestionAsk[]): Promise<AskedDto[]> {
  const answers = new Map(
    (await repo(QuestionAnswer).findBy({ questionAskId: In(rows.map(({ id }) => id)) })).map((row) => [
      row.questionAskId,
      row,
    ]),
  );
  const sessions = await sessionsBy(rows.map(({ sessionId }) => sessionId));
  const releases = await releasesOf(rows.map(({ questionId }) => questionId));
  return rows.map((row) => {
    const given = givenDto(releases.get(row.questionId));
    const state = given ? 'answered' : row.closedAt ? 'closed' : 'asked';
    return {
      ...{ id: row.id, version: answers.get(row.id)?.version ?? 0, coupleId: row.coupleId, ...row.content, state },
      passedOnAt: row.passedOnAt.toISOString(),
      plannedFor: state === 'asked' ? plannedDto(sessions, row.sessionId) : null,
      answer: answerDto(answers.get(row.id), row.passedOnAt),
      savedAt: answers.get(row.id)?.savedAt.toISOString() ?? null,
      given,
    };
  });
}
