import { newId } from '../../platform/ids.js';
import { AssignmentsService } from '../../assignments/assignments.service.js';
import { ResponsesService } from '../../assignments/responses.service.js';
import { SubmissionsService } from '../../assignments/submissions.service.js';
import { TherapistPartService } from '../../assignments/therapist-part.service.js';
import { TemplatesService } from '../../worksheets/templates.service.js';
import { WorksheetsService } from '../../worksheets/worksheets.service.js';
import { LISTENING, PROMISES, SELF_CARE, SIGNALS, SUPPORT, TRIGGERS } from './sheets.content.js';
import { ReleasesService } from '../../releases/releases.service.js';
import { IMPACT_LETTER } from './impact-letter.content.js';
import { APOLOGY_FIRST, APOLOGY_SECOND, JOURNAL, LIMITS, MAYA_SAYS, TO_TELL, TOM_SAYS } from './answers.content.js';
import type { Person, Storyteller } from './storyteller.js';

export interface Household {
  maya: Person;
  tom: Person;
  dana: Person;
  coupleId: string;
}

type Answers = Record<string, unknown>;

const ACT = '01900000-0000-7000-8000-0000000000a1';
const IMPACT = '01900000-0000-7000-8000-0000000000a2';

const apology = ({ long }: { long: string[] }): Answers => ({
  acts: [{ rowId: ACT, act: long[0], when: 'January to May', hidden: 'no' }],
  impacts: [{ rowId: IMPACT, area: ['body', 'reality'], understood: long[1] }],
  responsibility: long[2],
});

const boundaries = (): Answers => ({
  boundaries: LIMITS.map((limit, i) => ({
    rowId: newId(),
    area: i === 0 ? 'third-party' : 'work-travel',
    limit,
    kept: i === 0 ? 'I hear of it before we go to bed' : 'The trip is not booked',
    negotiable: i === 0 ? 'fixed' : 'open',
  })),
});

/** What is given, answered, sent, returned and read between sessions. */
export function homeworkOf(story: Storyteller) {
  const assignments = story.service(AssignmentsService);
  const responses = story.service(ResponsesService);
  const submissions = story.service(SubmissionsService);
  const worksheets = story.service(WorksheetsService);
  const templates = story.service(TemplatesService);
  const releases = story.service(ReleasesService);
  const parts = story.service(TherapistPartService);

  const give = async (therapist: Person, who: Person, key: string, days: number, dueIn: number): Promise<string> => {
    const given = await story.tell(therapist, story.day(days, '11:05'), () =>
      assignments.assign({
        worksheetId: worksheets.current(key).id,
        clientIds: [who.clientId!],
        dueOn: story.date(days + dueIn),
      }),
    );
    return given.id;
  };
  /** The same sheet for each of the two, within their work; the id of each one's own. */
  const giveBoth = async (
    therapist: Person,
    coupleId: string,
    key: string,
    days: number,
  ): Promise<Map<string, string>> => {
    const { items } = await story.tell(therapist, story.day(days, '11:10'), () =>
      assignments.assign({
        worksheetId: worksheets.current(key).id,
        coupleId,
        mode: 'each',
        dueOn: story.date(days + 7),
      }),
    );
    return new Map(items.map(({ id, clientId }) => [clientId!, id]));
  };
  const write = async (who: Person, id: string, days: number, time: string, answers: Answers): Promise<number> => {
    const draft = await story.tell(who, story.day(days, time), () => responses.draft(id));
    return (await story.tell(who, story.day(days, time), () => responses.save(id, { answers }, draft.version))).version;
  };
  const send = async (who: Person, id: string, days: number, time: string, answers: Answers): Promise<void> => {
    const version = await write(who, id, days, time, answers);
    await story.tell(who, story.day(days, time), () => responses.submit(id, version));
  };
  const review = async (
    therapist: Person,
    id: string,
    days: number,
    decision: 'accept' | 'return',
    comment: string,
  ): Promise<void> => {
    const at = story.day(days, '08:20');
    await story.tell(therapist, at, () => submissions.latest(id));
    const { version } = await story.tell(therapist, at, () => assignments.one(id));
    await story.tell(therapist, at, () => submissions.review(id, { decision, comment }, version));
  };
  const done = async (
    therapist: Person,
    who: Person,
    key: string,
    days: number,
    answers: Answers,
    said: string,
  ): Promise<void> => {
    const id = await give(therapist, who, key, days, 7);
    await send(who, id, days + 5, '21:30', answers);
    await review(therapist, id, days + 7, 'accept', said);
  };
  const journalPage = (days: number, i: number): Answers => ({
    entries: [
      {
        rowId: newId(),
        at: `${story.day(days, '12:00').toISOString().slice(0, 10)}T20:15`,
        feelings: i === 0 ? ['numb', 'rage'] : ['relief', 'confusion'],
        strength: 6 - i,
        note: JOURNAL[i],
        share: true,
      },
    ],
  });

  return {
    async couple(therapist: Person, { maya, tom, dana, coupleId }: Household): Promise<void> {
      const own = await story.tell(therapist, story.day(-30, '16:20'), () => templates.make(IMPACT_LETTER));
      await story.tell(therapist, story.day(-29, '16:05'), () => templates.publish(own.id, { confirmed: true }, 1));
      for (const [days, i] of [
        [-56, 0],
        [-35, 1],
      ] as const) {
        const id = await give(therapist, maya, 'feelings-journal', days, 7);
        await send(maya, id, days + 5, '22:10', journalPage(days + 5, i));
        await review(therapist, id, days + 7, 'accept', 'Thank you for these. We can start from the second one.');
      }
      for (const [who, key, days, answers, said] of [
        [maya, 'self-care-plan', -77, SELF_CARE(), 'Two small steps, both done. Who could take Friday?'],
        [maya, 'trigger-map', -70, TRIGGERS(), 'The ladder is clear. Let us try the second step together.'],
        [tom, 'listening-log', -42, LISTENING(), 'You saw the moment you began to explain. Stay with that one.'],
        [maya, 'self-trust-journal', -28, SIGNALS(), 'Two good calls. I would like to hear more about Thursday.'],
        [tom, 'commitment-log', -21, PROMISES(), 'Three, and each can be seen. Keep it that small.'],
      ] as const)
        await done(therapist, who, key, days, answers, said);
      const letter = await give(therapist, tom, 'apology', -28, 14);
      await send(tom, letter, -18, '22:41', apology(APOLOGY_FIRST));
      await review(
        therapist,
        letter,
        -14,
        'return',
        'The act is named. Could a stranger tell what happened and when? And who decided it, in that sentence?',
      );
      await send(tom, letter, -1, '21:10', apology(APOLOGY_SECOND));
      const limits = await give(therapist, maya, 'boundary-list', -14, 14);
      await send(maya, limits, -2, '23:12', boundaries());
      const open = await give(therapist, maya, 'feelings-journal', -7, 9);
      await write(maya, open, -1, '23:41', journalPage(-1, 2));
      await give(therapist, tom, 'boundary-list', -7, 7);
      await done(
        therapist,
        dana,
        'support-map',
        -35,
        SUPPORT(),
        'Good to see the choir there. Let us look for someone for the nights.',
      );
      await this.prepareToTell(therapist, tom);
      await this.planTalks(therapist, { maya, tom, coupleId });
      await this.journal(therapist, dana);
    },

    /** He gets ready to tell; she has read one of his two topics with him, and put down the session. */
    async prepareToTell(therapist: Person, tom: Person): Promise<void> {
      const id = await give(therapist, tom, 'disclosure-pacing', -17, 7);
      const topics = TO_TELL.map((topic, i) => ({ rowId: newId(), topic, prepared: i === 0 }));
      await send(tom, id, -12, '21:50', { topics, 'holding-back': 'That she asks for more than I can say at once.' });
      await review(therapist, id, -11, 'accept', 'We read the second one together before any day is set.');
      const answers = { topics: [{ rowId: topics[0]!.rowId, read: true }], 'session-on': story.date(11) };
      await story.tell(therapist, story.day(-10, '08:30'), () => parts.save(id, { answers }, 0));
    },

    /** Each plans a hard talk, and lets the other read the middle of it. */
    async planTalks(therapist: Person, { maya, tom, coupleId }: Omit<Household, 'dana'>): Promise<void> {
      const sheets = await giveBoth(therapist, coupleId, 'i-statement', -24);
      for (const [who, answers, days] of [
        [maya, MAYA_SAYS, -20],
        [tom, TOM_SAYS, -19],
      ] as const) {
        const id = sheets.get(who.clientId!)!;
        await send(who, id, days, '20:35', answers);
        await review(
          therapist,
          id,
          days + 2,
          'accept',
          'The request is small and can be refused. That is how it works.',
        );
        await story.tell(who, story.day(days + 3, '19:40'), () =>
          releases.release(id, ['situation', 'need', 'request']),
        );
      }
    },

    async journal(therapist: Person, who: Person): Promise<void> {
      const said = 'I read this twice. Let us look at the Sunday one together.';
      await done(therapist, who, 'feelings-journal', -21, journalPage(-16, 1), said);
      await give(therapist, who, 'feelings-journal', -5, 9);
    },
  };
}
