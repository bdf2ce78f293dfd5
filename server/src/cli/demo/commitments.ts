import type { NewTerms } from '../../agreements/agreements.dto.js';
import { AgreementsService } from '../../agreements/agreements.service.js';
import type { NewBoundary } from '../../boundaries/boundaries.dto.js';
import type { Mark } from '../../boundaries/boundaries.rules.js';
import { BoundariesService } from '../../boundaries/boundaries.service.js';
import { NegotiationService } from '../../boundaries/negotiation.service.js';
import type { PromiseMark } from '../../promises/promises.rules.js';
import { PromisesService } from '../../promises/promises.service.js';
import { SafetyChecksService } from '../../safety/safety-checks.service.js';
import { dice, type Person, type Storyteller } from './storyteller.js';

interface Couple {
  therapist: Person;
  maya: Person;
  tom: Person;
  coupleId: string;
}

const TELL_FIRST: Omit<NewBoundary, 'reviewOn'> = {
  area: 'third-party',
  limit: 'Tell me before you have to see J. at work',
  why: 'Hearing of it afterwards puts me back in March.',
  ifNotKept: 'I stay at my sister’s that night',
  kind: 'condition',
  negotiable: true,
};
const TOLD = 'I tell you before I have to see J. at work, or the same evening when it could not be known';
const LATE_TALK: Omit<NewBoundary, 'reviewOn'> = {
  area: 'conflict',
  limit: 'No talk about the affair after ten at night',
  why: 'Neither of us sleeps after it.',
  ifNotKept: 'I say “tomorrow” and leave the room',
  kind: 'request',
  negotiable: true,
};
const OWN_ROOM: Omit<NewBoundary, 'reviewOn'> = {
  area: 'intimacy',
  limit: 'I sleep in my own room until I say otherwise',
  why: 'I need one place that is only mine.',
  ifNotKept: 'I lock the door',
  kind: 'limit',
  negotiable: false,
};
const PAUSE: Omit<NewBoundary, 'reviewOn'> = {
  area: 'conflict',
  limit: 'When voices get loud I leave the room for half an hour, and come back',
  ifNotKept: 'I say that I did not manage, the same evening',
  kind: 'limit',
  negotiable: true,
};

const STATEMENTS: Omit<NewTerms, 'untilOn'> = {
  ...{ who: 'me', what: 'I show the card and phone bills of the month', way: 'weekly' },
  why: 'So that nobody has to look for them, or wonder.',
  stepDown: 'Every Sunday in the first month, every second Sunday after that, then on the first of the month.',
};
const MEETINGS: Omit<NewTerms, 'untilOn'> = {
  ...{ who: 'me', what: 'I say which meetings J. is in', way: 'told' },
  why: 'It is easier to hear on Sunday than to guess on Wednesday.',
  stepDown: 'For six weeks. Then only when it is somewhere else than the office.',
};

/** What two people agreed over twelve weeks, what each says became of it, and what was promised. */
export async function tellCommitments(story: Storyteller, { therapist, maya, tom, coupleId }: Couple): Promise<void> {
  const boundaries = story.service(BoundariesService);
  const talks = story.service(NegotiationService);
  const promises = story.service(PromisesService);
  const checks = story.service(SafetyChecksService);
  const roll = dice(41);

  for (const days of [-85, -12])
    for (const { clientId } of [maya, tom])
      await story.tell(therapist, story.day(days, '12:10'), () =>
        checks.record(coupleId, {
          ...{ clientId: clientId!, result: 'clear', screenedAlone: true, screenedOn: story.date(days) },
        }),
      );

  const write = async (by: Person, days: number, wanted: Omit<NewBoundary, 'reviewOn'>, until: number) =>
    (
      await story.tell(by, story.day(days, '21:20'), () =>
        boundaries.draft(coupleId, { ...wanted, reviewOn: story.date(until) }),
      )
    ).id;
  const move = (by: Person, days: number, time: string, id: string, to: 'proposed' | 'agreed' | 'active') =>
    story.tell(by, story.day(days, time), () => talks.move(id, { to }));
  const mark = (by: Person, days: number, id: string, kind: Mark) =>
    story.tell(by, story.day(days, '22:05'), () => boundaries.mark(id, { kind, occurredOn: story.date(days) }));

  const first = await write(maya, -80, TELL_FIRST, 6);
  await move(maya, -80, '21:31', first, 'proposed');
  await story.tell(tom, story.day(-79, '19:40'), () => talks.reword(first, { limit: TOLD }));
  await story.tell(tom, story.day(-79, '19:42'), () =>
    talks.comment(first, 'Sometimes she walks into a meeting. I would tell you that evening.'),
  );
  await move(maya, -77, '10:40', first, 'agreed');
  await move(tom, -77, '10:42', first, 'active');
  const own = await write(maya, -70, OWN_ROOM, 12);
  await move(maya, -70, '21:31', own, 'proposed');
  await move(maya, -70, '21:33', own, 'active');
  const late = await write(maya, -63, LATE_TALK, 20);
  await move(maya, -63, '21:31', late, 'proposed');
  await move(tom, -61, '07:50', late, 'agreed');
  await move(maya, -61, '12:30', late, 'active');
  const pause = await write(tom, -37, PAUSE, -2);
  await move(tom, -37, '21:31', pause, 'proposed');
  await move(maya, -35, '10:45', pause, 'agreed');
  await move(tom, -35, '10:46', pause, 'active');

  for (let week = 11; week >= 1; week--) {
    const days = -7 * week;
    const easier = week < 7;
    const one = (gentle: number): Mark => (roll() < gentle ? 'kept' : roll() < 0.7 ? 'bent' : 'crossed');
    // A week in which nobody said anything stays empty.
    if (week === 8) continue;
    await mark(maya, days + 2, first, one(easier ? 0.85 : 0.5));
    if (week % 4 !== 0) await mark(tom, days + 3, first, one(easier ? 0.95 : 0.8));
    if (week < 9 && week !== 5) await mark(maya, days + 4, late, week === 2 ? 'not_saying' : one(0.7));
    if (week < 9 && week % 3 !== 0) await mark(tom, days + 4, late, one(0.8));
    if (week < 10) await mark(maya, days + 5, own, 'kept');
    if (week < 5) await mark(tom, days + 5, pause, one(0.7));
    if (week < 5 && week !== 3) await mark(maya, days + 5, pause, one(0.6));
  }
  await write(
    maya,
    -4,
    { area: 'privacy', limit: 'One evening a week is mine alone', kind: 'request', negotiable: true },
    24,
  );
  const bank = await write(
    tom,
    -3,
    {
      ...{ area: 'money', limit: 'We look at the bank statements together on the first Sunday of the month' },
      ...{ ifNotKept: 'I print them and leave them on the table', kind: 'request', negotiable: true },
    },
    27,
  );
  await move(tom, -3, '21:30', bank, 'proposed');

  const promised = async (days: number, time: string, text: string): Promise<string> =>
    (
      await story.tell(tom, story.day(Math.min(days - 1, -1), '20:00'), () =>
        promises.make({ coupleId, text, due: { on: story.date(days), at: time } }),
      )
    ).id;
  const said = (by: Person, days: number, id: string, word: PromiseMark) =>
    story.tell(by, story.day(days, '22:20'), () => promises.mark(id, { mark: word }));
  for (let week = 11; week >= 1; week--) {
    for (const [days, time, text] of [
      [-7 * week + 1, '18:30', 'Home by half past six'],
      [-7 * week + 3, '20:30', 'I start the evening talk, ten minutes'],
    ] as const) {
      const id = await promised(days, time, text);
      const went = roll();
      const word: PromiseMark = went < 0.45 + (12 - week) * 0.04 ? 'done' : went < 0.9 ? 'late' : 'missed';
      if (roll() < 0.9) await said(tom, days, id, word);
      if (roll() < 0.6)
        await said(maya, days + 1, id, roll() < 0.15 ? 'not_saying' : word === 'missed' ? 'did_not' : 'saw_it');
      if (week === 6) await said(maya, days + 1, id, 'did_not');
    }
  }
  await promised(1, '18:30', 'Home by half past six');
  await promised(3, '20:30', 'I start the evening talk, ten minutes');

  const agreements = story.service(AgreementsService);
  const put = async (days: number, wanted: Omit<NewTerms, 'untilOn'>, until: number): Promise<string> =>
    (
      await story.tell(tom, story.day(days, '21:10'), () =>
        agreements.propose(coupleId, { ...wanted, untilOn: story.date(until) }),
      )
    ).id;
  const bills = await put(-40, STATEMENTS, 10);
  await story.tell(maya, story.day(-39, '08:20'), () => agreements.step(bills, { step: 'agree' }));
  await story.tell(therapist, story.day(-35, '10:50'), () => agreements.step(bills, { step: 'start' }));
  await put(-2, MEETINGS, 42);
}
