import { AnswersService } from '../../questions/answers.service.js';
import { DeskService } from '../../questions/desk.service.js';
import type { NewQuestion } from '../../questions/questions.dto.js';
import { QuestionsService } from '../../questions/questions.service.js';
import { ReadinessService } from '../../questions/readiness.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import type { Person, Storyteller } from './storyteller.js';

interface Couple {
  therapist: Person;
  maya: Person;
  tom: Person;
  coupleId: string;
}

/** What Maya wants to know, and does not: one answered a week ago, one with a place next week, two that rest. */
export async function tellQuestions(story: Storyteller, { therapist, maya, tom, coupleId }: Couple): Promise<void> {
  const questions = story.service(QuestionsService);
  const answers = story.service(AnswersService);
  const readiness = story.service(ReadinessService);
  const desk = story.service(DeskService);

  const sessionOn = async (days: number): Promise<string> => {
    const [from, to] = [story.day(days, '00:00').toISOString(), story.day(days, '23:59').toISOString()];
    const found = await story.tell(therapist, story.day(-30, '12:00'), () =>
      story.service(SessionsService).list({ coupleId, from, to, limit: 1 }),
    );
    return found.items[0]!.id;
  };
  const ask = async (days: number, time: string, question: NewQuestion): Promise<string> =>
    (await story.tell(maya, story.day(days, time), () => questions.ask(coupleId, question))).id;
  const passOn = async (id: string, days: number, sessionId: string): Promise<void> => {
    await story.tell(therapist, story.day(days, '11:20'), () => desk.passOn(id));
    await story.tell(therapist, story.day(days, '11:21'), () => desk.plan(id, sessionId));
  };
  const write = (text: string, days: number, facts: string, ready: boolean) =>
    story.tell(tom, story.day(days, '22:30'), async () => {
      const { items } = await answers.list(coupleId, { limit: 50 });
      const asked = items.find((each) => each.text === text)!;
      return answers.write(asked.id, asked.version, { facts, ready });
    });
  const isReady = (who: Person, days: number, sessionId: string, support: string, place: string) =>
    story.tell(who, story.day(days, '19:15'), () =>
      readiness.say(coupleId, {
        ...{ sessionId, ready: true, support, place },
        nextDays: 'Dr Ellis rings the next day, and on the third',
      }),
    );

  const [last, next] = [await sessionOn(-7), await sessionOn(7)];
  const since = 'Since when did you meet her outside work?';
  const first = await ask(-40, '23:10', { text: since, tag: 'now' });
  await passOn(first, -35, last);
  await write(since, -30, 'Since the second week of January. Nine times, on Thursdays. It ended on 3 March.', true);
  await isReady(maya, -8, last, 'My sister', 'At my sister’s');
  await isReady(tom, -8, last, 'My brother, by phone', 'At home');
  await story.tell(therapist, story.day(-7, '10:30'), () => desk.give(first, { level: 'facts', answerVersion: 1 }));

  const money = 'What did it cost us?';
  const second = await ask(-12, '06:20', { text: money, tag: 'in_session' });
  await passOn(second, -7, next);
  await write(money, -2, 'I am going through the statements of those weeks. So far it is 640.', false);
  await ask(-6, '03:40', { text: 'Did any of our friends know?', tag: 'in_session', detail: 'outline' });
  await ask(-20, '23:30', { text: 'What did you write to each other?', tag: 'not_to_know' });
}
