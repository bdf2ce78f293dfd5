import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { assertCareOf } from '../clients/care.js';
import { Client } from '../clients/client.entity.js';
import { callName } from '../clients/clients.rules.js';
import { bothOf, partnersOf } from '../couples/couple.partners.js';
import { staffNames } from '../clients/people-names.js';
import { standingsByEvent, type StandingAbout } from '../couples/standing.js';
import { assertCoupleSeen } from '../clients/seen.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { emit } from '../platform/outbox.js';
import { actor } from '../platform/scope.js';
import { isHeld } from '../safety/safety.gate.js';
import { Session } from '../sessions/session.entity.js';
import { oneAtATime } from './answering.js';
import { standingsOf, type Piece } from './desk.view.js';
import { Question, QuestionAsk, QuestionRelease } from './question.entity.js';
import { answerDto, givenDto, sessionsBy } from './question.view.js';
import { QuestionPassedOn } from './questions.events.js';
import type { DeskDto, DeskQuestionDto, DeskSessionDto, NewAnswering } from './questions.dto.js';
import {
  aboutsOf,
  actsOf,
  afterAct,
  isPlanned,
  isUnderWay,
  isWanted,
  isWithin,
  lacks,
  upTo,
  type About,
  type Lack,
} from './questions.rules.js';
import { latestWords } from './readiness.service.js';

const SESSIONS_AHEAD = 8;
const HOUR = 3_600_000;

/** The therapist's side: order, passing on, a day for it, and the answer in a session; or never. */
@Injectable()
export class DeskService {
  /** Throws `NotFound` when the couple is not the actor's to see. */
  async of(coupleId: string): Promise<DeskDto> {
    await assertCoupleSeen(coupleId);
    const questions = await repo(Question).find({
      where: { coupleId },
      order: { place: 'ASC', askedAt: 'ASC', id: 'ASC' },
      take: 200,
    });
    // Of two whose work has ended it is read by whoever reads on, and nothing waits for anything.
    const isOver = (await bothOf(coupleId)).length === 0;
    const held = !isOver && (await isHeld(coupleId, true));
    const pieces = await standingsOf(questions, held);
    return {
      id: coupleId,
      openCount: questions.filter(({ state }) => state === 'open' || state === 'passed_on').length,
      held,
      questions: await dtosOf(pieces, isOver ? null : await standingsByEvent(coupleId)),
      sessions: isOver ? [] : await this.sessions(coupleId),
    };
  }

  /** Throws `Invalid` for an id that is none of this couple's. */
  async order(coupleId: string, ids: readonly string[]): Promise<DeskDto> {
    await assertCoupleSeen(coupleId);
    await assertCareOf(coupleId);
    const known = new Map((await repo(Question).findBy({ coupleId, id: In([...ids]) })).map((row) => [row.id, row]));
    for (const [place, id] of ids.entries()) {
      const question = known.get(id);
      if (!question)
        throw new Invalid([{ path: `ids[${place}]`, code: 'unknown', message: 'This is no question of theirs.' }]);
      afterAct('order', question.state, 'staff');
      if (question.place !== place) await changeRow(Question, question, { place });
    }
    return this.of(coupleId);
  }

  /** Which of the things that happened it is about: by the parts in it somebody is asked. Throws `Invalid`. */
  async about(id: string, betrayalId: string): Promise<DeskDto> {
    const question = await led(id);
    afterAct('about', question.state, 'staff');
    const abouts = aboutsOf(await standingsByEvent(question.coupleId), question.clientId);
    if (!abouts.some((each) => each.betrayalId === betrayalId))
      throw new Invalid([{ path: 'betrayalId', code: 'not_theirs', message: 'Nobody is asked this about that.' }]);
    await changeRow(Question, question, { betrayalId });
    return this.of(question.coupleId);
  }

  /** Lets the question through. Throws `RuleBroken('not_wanted' | 'roles' | 'safety_check_missing')`. */
  async passOn(id: string): Promise<DeskDto> {
    const question = await led(id);
    const { coupleId, content, detail } = question;
    const state = afterAct('pass_on', question.state, 'staff');
    if (!isWanted(question.tag))
      throw new RuleBroken('not_wanted', 'An answer is not wanted at present, so nobody is asked.');
    const about = aboutOf(question, await standingsByEvent(coupleId));
    if (!about) throw new RuleBroken('roles', 'By the parts you set for these two, there is nobody to be asked this.');
    if (await isHeld(coupleId, true))
      throw new RuleBroken('safety_check_missing', 'Each partner needs a clear safety check before this goes on.');
    await changeRow(Question, question, { state, betrayalId: about.betrayalId });
    const asker = await repo(Client).findOneBy({ id: question.clientId });
    const copy = { content: { from: asker ? callName(asker) : '', text: content.text, detail }, passedOnAt: now() };
    const before = await askOf(id);
    const ask = before ?? {
      id: newId(),
      clientId: about.askedId,
      coupleId,
      questionId: id,
      sessionId: null,
      closedAt: null,
      ...copy,
    };
    if (before) await changeRow(QuestionAsk, before, { ...copy, closedAt: null });
    else await insertRow(QuestionAsk, ask);
    await emit(new QuestionPassedOn({ thingId: ask.id, clientId: ask.clientId }));
    return this.of(coupleId);
  }

  /** A session of both in which it is to be answered; null takes it off. Both read when. */
  async plan(id: string, sessionId: string | null): Promise<DeskDto> {
    const question = await led(id);
    afterAct('plan', question.state, 'staff');
    if (sessionId !== null) {
      const session = (await sessionsBy([sessionId])).get(sessionId);
      if (!session || session.coupleId !== question.coupleId || session.clientId !== null)
        throw new NotFound('session');
    }
    await changeRow(Question, question, { sessionId });
    await changeRow(QuestionAsk, (await askOf(id))!, { sessionId });
    return this.of(question.coupleId);
  }

  /** It is not answered here, or not for now. Its asker is told so by the therapist; whoever was asked, that it is over. */
  async setAside(id: string, reason: string): Promise<DeskDto> {
    const question = await led(id);
    const state = afterAct('set_aside', question.state, 'staff');
    await changeRow(Question, question, { state, reason, sessionId: null });
    const ask = await askOf(id);
    if (ask) await changeRow(QuestionAsk, ask, { closedAt: now(), sessionId: null });
    return this.of(question.coupleId);
  }

  async takeUp(id: string): Promise<DeskDto> {
    const question = await led(id);
    await changeRow(Question, question, { state: afterAct('take_up', question.state, 'staff') });
    return this.of(question.coupleId);
  }

  /**
   * Gives the answer in the session that is under way: these words, up to this level, from now on for both to read.
   * Throws `RuleBroken` with the first of what is lacking, `too_much_detail` or `other_words`.
   */
  async give(id: string, { level, answerVersion }: NewAnswering): Promise<DeskDto> {
    const question = await led(id);
    const state = afterAct('answer', question.state, 'staff');
    await oneAtATime(id);
    if (question.sessionId !== null) await oneAtATime(question.sessionId);
    const [piece] = await standingsOf([question], await isHeld(question.coupleId, true));
    const [lack] = lacks(piece!.standing, now());
    if (lack) throw new RuleBroken(lack, 'Something is still missing before this can be answered.');
    if (!isWithin(level, question.detail))
      throw new RuleBroken('too_much_detail', 'That is more than was asked for. Nothing was told.');
    const { version, content } = piece!.answer!;
    if (version !== answerVersion)
      throw new RuleBroken('other_words', 'The answer says something else by now. Read it first.');
    await insertRow(QuestionRelease, {
      ...{ id: newId(), coupleId: question.coupleId, questionId: id, sessionId: question.sessionId!, level },
      content: { question: question.content.text, parts: upTo(level, content) },
      ...{ releasedBy: actor().id, releasedAt: now() },
    });
    await changeRow(Question, question, { state });
    return this.of(question.coupleId);
  }

  /** Sessions of both that are to come, or going on. */
  private async sessions(coupleId: string): Promise<DeskSessionDto[]> {
    const sessions = await repo(Session).find({
      where: {
        coupleId,
        clientId: IsNull(),
        status: In(['planned', 'held']),
        endsAt: MoreThan(new Date(now().getTime() - HOUR)),
      },
      order: { startsAt: 'ASC' },
      take: SESSIONS_AHEAD,
    });
    const words = await latestWords(coupleId, sessions);
    const partners = await partnersOf(coupleId);
    const users = await ownUsers(partners);
    return sessions.map((session) => ({
      ...{ id: session.id, startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() },
      underWay: isUnderWay(session, now()),
      partners: partners.map((clientId) => {
        const row = words.get(`${session.id} ${clientId}`);
        return {
          ...{ clientId, ready: row?.ready ?? null, planned: row ? isPlanned(row.content) : false },
          ...(row?.content ?? { support: '', place: '', nextDays: '', children: '' }),
          ...{ recordedAt: row?.recordedAt.toISOString() ?? null, own: row !== undefined && users.has(row.recordedBy) },
        };
      }),
    }));
  }
}

/** A question of a couple in one's own care, one act at a time. Throws `NotFound`, `Forbidden` for whoever reads on. */
async function led(id: string): Promise<Question> {
  await sql('question locked', 'select id from question where id = $1 for update', [id]);
  const question = await repo(Question).findOneBy({ id });
  if (!question || (await bothOf(question.coupleId)).length === 0) throw new NotFound('question');
  await assertCareOf(question.coupleId);
  return question;
}

const askOf = (questionId: string): Promise<QuestionAsk | null> => repo(QuestionAsk).findOneBy({ questionId });

/** The sign-ins of these people. */
async function ownUsers(clientIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>('portal users', 'select id from app_user where client_id = any ($1::uuid[])', [
    clientIds,
  ]);
  return new Set(rows.map((row) => row.id));
}

/** What it is about: what staff said, where that still can be, else the latest that it can be. */
function aboutOf({ clientId, betrayalId }: Question, events: readonly StandingAbout[][]): About | undefined {
  const abouts = aboutsOf(events, clientId);
  return abouts.find((each) => each.betrayalId === betrayalId) ?? abouts[0];
}

/** `events`: the parts of the two in what is open between them; null once their work has ended. */
async function dtosOf(pieces: readonly Piece[], events: StandingAbout[][] | null): Promise<DeskQuestionDto[]> {
  const names = await staffNames(pieces.flatMap(({ release }) => release?.releasedBy ?? []));
  return pieces.map(({ question, ask, answer, release, standing }) => ({
    ...{ id: question.id, clientId: question.clientId, text: question.content.text, tag: question.tag },
    ...{ detail: question.detail, state: question.state, askedAt: question.askedAt.toISOString() },
    passedOnAt: ask && ask.closedAt === null ? ask.passedOnAt.toISOString() : null,
    sessionId: standing.session ? question.sessionId : null,
    ...aboutWords(question, events ?? []),
    reason: question.reason,
    answer: ask ? answerDto(answer, ask.passedOnAt) : null,
    given: givenDto(release),
    givenByName: release ? (names.get(release.releasedBy) ?? null) : null,
    acts: events ? actsOf(question.state, 'staff') : [],
    lacks: events ? lacksOf(question, standing, events) : [],
  }));
}

function aboutWords(question: Question, events: StandingAbout[][]): Pick<DeskQuestionDto, 'betrayalId' | 'abouts'> {
  if (question.state !== 'open') return { betrayalId: question.betrayalId, abouts: [] };
  return {
    betrayalId: aboutOf(question, events)?.betrayalId ?? null,
    abouts: aboutsOf(events, question.clientId).flatMap(({ betrayalId }) => betrayalId ?? []),
  };
}

function lacksOf(question: Question, standing: Piece['standing'], events: StandingAbout[][]): Lack[] {
  if (question.state === 'open' && !aboutOf(question, events)) return ['roles', ...lacks(standing, now())];
  return question.state === 'open' || question.state === 'passed_on' ? lacks(standing, now()) : [];
}
