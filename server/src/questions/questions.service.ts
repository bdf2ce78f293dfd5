import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ourselves } from '../couples/ourselves.js';
import { standingOf } from '../couples/standing.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { Question } from './question.entity.js';
import { givenDto, plannedDto, releasesOf, sessionsBy } from './question.view.js';
import type { NewQuestion, QuestionChange, QuestionDto, QuestionQuery } from './questions.dto.js';
import { actsOf, afterAct, mayAsk } from './questions.rules.js';

/** A new question stands behind those that were put in order. */
const LAST_PLACE = 1000;

const OWN = `select q.id, q.asked_at::text as place from question q where q.couple_id = $1 and q.client_id = (select req_client())
  and ($2::timestamptz is null or (q.asked_at, q.id) < ($2, $3::uuid)) order by q.asked_at desc, q.id desc limit $4`;

/** The asker's side. Nothing here reads what the other was asked or wrote: her rights end before it. */
@Injectable()
export class QuestionsService {
  /** Throws `Forbidden('not_your_part')` for whoever is asked here, and does not ask. */
  async ask(coupleId: string, { text, tag, detail }: NewQuestion): Promise<QuestionDto> {
    const { me } = await ourselves(coupleId);
    const standing = (await standingOf({ coupleId })).find(({ clientId }) => clientId === me);
    if (!standing || !mayAsk(standing.role))
      throw new Forbidden('not_your_part', 'Questions are asked by your partner here. Bring yours to a session.');
    const question = await insertRow(Question, {
      ...{ id: newId(), clientId: me, coupleId, version: 1, content: { text } },
      ...{ tag: tag ?? 'in_session', detail: detail ?? 'facts', state: 'open', place: LAST_PLACE },
      ...{ sessionId: null, betrayalId: null, reason: null, askedAt: now() },
    });
    return one(question);
  }

  /** One's own, newest first. */
  async list(coupleId: string, { limit, cursor }: QuestionQuery): Promise<Page<QuestionDto>> {
    await ourselves(coupleId);
    const [place, id] = decodeCursor(cursor, 2) ?? [null, null];
    const found = await sql<{ id: string; place: string }>('own questions', OWN, [coupleId, place, id, limit + 1]);
    const { items, next } = keyset(found, limit, (row) => [row.place, row.id]);
    const rows = await repo(Question).findBy({ id: In(items.map((row) => row.id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { items: await dtosOf(items.flatMap((row) => byId.get(row.id) ?? [])), next };
  }

  /** Other words while nobody was asked; what is to become of it, and how much is wanted, until it is over. */
  async change(id: string, version: number, { text, ...wanted }: QuestionChange): Promise<QuestionDto> {
    const question = await ownQuestion(id);
    if (text !== undefined) afterAct('reword', question.state, 'asker');
    afterAct('tag', question.state, 'asker');
    await saveVersion(Question, question, { ...(text === undefined ? {} : { content: { text } }), ...wanted }, version);
    return one(question);
  }

  /** It is not asked any more: whoever was asked reads that, and no more. */
  async withdraw(id: string): Promise<QuestionDto> {
    const question = await ownQuestion(id);
    await changeRow(Question, question, { state: afterAct('withdraw', question.state, 'asker') });
    await sql('question closed', 'select question_closed($1)', [id]);
    return one(question);
  }
}

/** Throws `NotFound` for a question that is not the actor's own, or of a couple that is none any more. */
async function ownQuestion(id: string): Promise<Question> {
  await sql('question locked', 'select id from question where id = $1 for update', [id]);
  const question = await repo(Question).findOneBy({ id });
  if (!question || question.clientId !== actor().clientId) throw new NotFound('question');
  await ourselves(question.coupleId);
  return question;
}

const one = async (row: Question): Promise<QuestionDto> => (await dtosOf([row]))[0]!;

async function dtosOf(rows: readonly Question[]): Promise<QuestionDto[]> {
  const sessions = await sessionsBy(rows.map(({ sessionId }) => sessionId));
  const releases = await releasesOf(rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, coupleId: row.coupleId, text: row.content.text },
    ...{ tag: row.tag, detail: row.detail, state: row.state, askedAt: row.askedAt.toISOString() },
    plannedFor: row.state === 'passed_on' ? plannedDto(sessions, row.sessionId) : null,
    given: givenDto(releases.get(row.id)),
    acts: actsOf(row.state, 'asker'),
  }));
}
