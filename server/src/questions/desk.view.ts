import { In } from 'typeorm';
import { repo } from '../platform/database.js';
import { QuestionAnswer, QuestionAsk, type Question, type QuestionRelease } from './question.entity.js';
import { isUsable, releasesOf, sessionsBy } from './question.view.js';
import type { Standing } from './questions.rules.js';
import { latestWords } from './readiness.service.js';

/** A question with all that hangs on it, as staff read it. */
export interface Piece {
  question: Question;
  ask: QuestionAsk | undefined;
  answer: QuestionAnswer | undefined;
  release: QuestionRelease | undefined;
  standing: Standing;
}

/** All of one couple. */
export async function standingsOf(questions: readonly Question[], held: boolean): Promise<Piece[]> {
  const [first] = questions;
  if (!first) return [];
  const ids = questions.map(({ id }) => id);
  const asks = new Map((await repo(QuestionAsk).findBy({ questionId: In(ids) })).map((row) => [row.questionId, row]));
  const askIds = [...asks.values()].map(({ id }) => id);
  const answers = new Map(
    (await repo(QuestionAnswer).findBy({ questionAskId: In(askIds) })).map((row) => [row.questionAskId, row]),
  );
  const releases = await releasesOf(ids);
  const sessions = await sessionsBy(questions.map(({ sessionId }) => sessionId));
  const words = [...(await latestWords(first.coupleId, [...sessions.values()])).values()];
  return questions.map((question) => {
    const ask = asks.get(question.id);
    const answer = ask && answers.get(ask.id);
    return {
      ...{ question, ask, answer, release: releases.get(question.id) },
      standing: {
        ...{ state: question.state, tag: question.tag, held },
        answer: ask && answer ? { facts: answer.content.facts, ready: isUsable(answer, ask.passedOnAt) } : null,
        session: (question.sessionId === null ? undefined : sessions.get(question.sessionId)) ?? null,
        readiness: words
          .filter(({ sessionId }) => sessionId === question.sessionId)
          .map(({ ready, content }) => ({ ready, afterwards: content })),
      },
    };
  });
}
