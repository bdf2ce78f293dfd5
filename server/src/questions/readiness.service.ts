import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { assertCareOf } from '../clients/care.js';
import { bothOf } from '../couples/couple.partners.js';
import { assertSees, ourselves } from '../couples/ourselves.js';
import { standingOf } from '../couples/standing.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, sql } from '../platform/database.js';
import { Invalid, NotFound } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { Session } from '../sessions/session.entity.js';
import { oneAtATime } from './answering.js';
import { QuestionReadiness } from './question.entity.js';
import { sessionsBy } from './question.view.js';
import type { NewReadiness, OwnQuestionsDto, ReadinessDto } from './questions.dto.js';
import { mayAsk, mayBeAsked } from './questions.rules.js';

const PREPARED = `select q.session_id from question q where q.couple_id = $1 and q.client_id = (select req_client()) and q.state = 'passed_on'
  union select a.session_id from question_ask a where a.couple_id = $1 and a.client_id = (select req_client()) and a.closed_at is null`;

/** Whether each of the two is ready for a session, and has somebody and somewhere afterwards. Neither reads the other's. */
@Injectable()
export class ReadinessService {
  /** What the actor can do here, and the sessions that questions are planned for. */
  async own(coupleId: string): Promise<OwnQuestionsDto> {
    const { me } = await ourselves(coupleId);
    const standing = (await standingOf({ coupleId })).find(({ clientId }) => clientId === me);
    const planned = await sql<{ session_id: string | null }>('sessions prepared', PREPARED, [coupleId]);
    const at = now().getTime() - 3_600_000;
    const sessions = [...(await sessionsBy(planned.map(({ session_id }) => session_id))).values()]
      .filter(({ endsAt }) => endsAt.getTime() > at)
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const words = await latestWords(coupleId, sessions);
    return {
      id: coupleId,
      asks: standing !== undefined && mayAsk(standing.role),
      isAsked: standing !== undefined && mayBeAsked(standing.role),
      sessions: sessions.map((session) => dtoOf(session, words.get(`${session.id} ${me}`))),
    };
  }

  /** A person's own word, or what staff asked of one of the two. Throws `NotFound` for a session that is not of both. */
  async say(coupleId: string, { sessionId, clientId, ready, ...input }: NewReadiness): Promise<ReadinessDto> {
    await assertSees(coupleId);
    const session = (await sessionsBy([sessionId])).get(sessionId);
    if (!session || session.coupleId !== coupleId || session.clientId !== null) throw new NotFound('session');
    const whose = await this.whose(coupleId, clientId);
    await oneAtATime(sessionId);
    const { support = '', place = '', nextDays = '', children = '' } = input;
    const row = await insertRow(QuestionReadiness, {
      ...{ id: newId(), clientId: whose, coupleId, sessionId, ready, content: { support, place, nextDays, children } },
      ...{ recordedBy: actor().id, recordedAt: now() },
    });
    return dtoOf(session, row);
  }

  private async whose(coupleId: string, named: string | undefined): Promise<string> {
    const { clientId } = actor();
    if (clientId === null) await assertCareOf(coupleId);
    const found = clientId ?? (await bothOf(coupleId)).find((id) => id === named);
    if (!found || (clientId !== null && named !== undefined && named !== clientId))
      throw new Invalid([{ path: 'clientId', code: 'not_a_partner', message: 'This is no partner of this couple.' }]);
    return found;
  }
}

/** The last word on each session of each of the two, by `session client`, as far as the actor may read it. */
export async function latestWords(
  coupleId: string,
  sessions: readonly Session[],
): Promise<Map<string, QuestionReadiness>> {
  const rows = await repo(QuestionReadiness).find({
    where: { coupleId, sessionId: In(sessions.map(({ id }) => id)) },
    order: { recordedAt: 'ASC', id: 'ASC' },
  });
  return new Map(rows.map((row) => [`${row.sessionId} ${row.clientId}`, row]));
}

const dtoOf = (session: Session, row: QuestionReadiness | undefined): ReadinessDto => ({
  id: row?.id ?? null,
  sessionId: session.id,
  startsAt: session.startsAt.toISOString(),
  ready: row?.ready ?? null,
  ...(row?.content ?? { support: '', place: '', nextDays: '', children: '' }),
  recordedAt: row?.recordedAt.toISOString() ?? null,
});
