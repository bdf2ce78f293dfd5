import type { BriefDto, BriefLineDto } from '../../../api/types.gen';
import { aboutWords, briefHeading, lineWords, seenWords, sourceOf } from './brief-words';

const line = (more: Partial<BriefLineDto> = {}): BriefLineDto => ({
  ...{ id: 'x', side: 'a', clientId: 'maya', coupleId: 'pair', kind: 'question', at: null, isNew: false },
  ...{ title: 'Who knew?', detail: null, dueOn: null, draft: null, score: null, knownTo: 'own', aloud: false },
  ...more,
});

it.each<[string, Partial<BriefLineDto>]>([
  ['Asked: “Who knew?”', {}],
  ['Maya sent Letter, draft 3. You have not read it.', { kind: 'homework_sent', title: 'Letter', draft: 3 }],
  ['Both sent Letter. You have not read it.', { kind: 'homework_sent', title: 'Letter', draft: 1, clientId: null }],
  ['Still open: Letter, wished for by 3 October', { kind: 'homework_open', title: 'Letter', dueOn: '2026-10-03' }],
  ['Maya marked “Call first” as: bent.', { kind: 'boundary_mark', title: 'Call first', detail: 'bent' }],
  ['Maya put forward “Call first”. It waits for you.', { kind: 'boundary', title: 'Call first', knownTo: 'own' }],
  [
    '“Call first”: newer words for it wait for you. The two live by different words.',
    { kind: 'boundary', title: 'Call first', knownTo: 'staff' },
  ],
  [
    'Maya had promised for 3 October: “Home by six”',
    { kind: 'promise', title: 'Home by six', detail: 'past', dueOn: '2026-10-03', knownTo: 'both' },
  ],
  ['Maya says of “Home by six”: late.', { kind: 'promise_mark', title: 'Home by six', detail: 'late' }],
])('says "%s"', (words, more) => {
  expect(lineWords(line(more), 'Maya')).toBe(words);
});

it('reads a score as the chart does, and one without a verdict plainly', () => {
  const score = { total: 8, max: 27, delta: -12, verdict: 'recovered' as const };
  const told = line({ kind: 'score', title: 'Nine statements', score });
  expect(lineWords(told, 'Maya')).toBe('Maya, Nine statements: 8 of 27, recovered (−12).');
  expect(lineWords({ ...told, score: { ...score, delta: null, verdict: null as never } }, 'Maya')).toBe(
    'Maya, Nine statements: 8 of 27.',
  );
});

it('names who knows of a line before a session of two, and of one who comes alone only what she does not know', () => {
  expect(seenWords(line(), 'Maya', true)).toBe('Seen by: Maya, you.');
  expect(seenWords(line({ knownTo: 'both', aloud: true }), 'Maya', true)).toBe('Seen by: both, you.');
  expect(seenWords(line({ knownTo: 'staff' }), 'Maya', true)).toBe('Seen by: you only.');
  expect(seenWords(line({ aloud: true }), 'Maya', false)).toBe('');
  expect(seenWords(line({ knownTo: 'staff' }), 'Maya', false)).toBe('Seen by: you only.');
});

it('leads each line to where it is told from', () => {
  expect(sourceOf(line())).toEqual(['/couples', 'pair', 'questions']);
  expect(sourceOf(line({ kind: 'agreed' }))).toEqual(['/notes', 'x']);
  expect(sourceOf(line({ kind: 'score' }))).toEqual(['/clients', 'maya', 'scales']);
  expect(sourceOf(line({ kind: 'marks_differ' }))).toEqual(['/couples', 'pair', 'commitments']);
  expect(sourceOf(line({ kind: 'ask_alone' }))).toEqual(['/couples', 'pair', 'safety']);
  expect(sourceOf(line({ kind: 'goal' }))).toEqual(['/clients', 'maya', 'plan']);
  expect(sourceOf(line({ kind: 'goal', clientId: null }))).toEqual(['/couples', 'pair', 'plan']);
  expect(sourceOf(line({ kind: 'risk' }))).toEqual(['/risk-alerts', 'x']);
});

const session = {
  ...{ id: 's', startsAt: '2026-10-14T14:00:00Z', endsAt: '2026-10-14T14:50:00Z', modality: 'in_person' as const },
  ...{ status: 'planned' as const, number: 9, noteId: null },
};
const brief = (more: Partial<BriefDto> = {}): BriefDto =>
  ({ displayName: 'Maya & Tom K.', coupleId: 'pair', stage: null, session, lastSeenAt: null, ...more }) as BriefDto;

it('is headed by who comes and when, with the day where it is not today', () => {
  const at = (now: string): string => briefHeading(brief(), 'UTC', new Date(now));
  expect(at('2026-10-14T08:00:00Z')).toBe('Maya & Tom K., 14:00 to 14:50');
  expect(at('2026-10-13T08:00:00Z')).toBe('Maya & Tom K., Wed 14 Oct, 14:00 to 14:50');
  expect(briefHeading(brief({ session: null }), 'UTC', new Date())).toBe('Maya & Tom K.');
});

it('says how they come, how often so far and when they were seen, as far as it is known', () => {
  expect(aboutWords(brief({ stage: 'repair', lastSeenAt: '2026-09-30T12:00:00Z' }))).toBe(
    'Both coming, in person. Session 9. Stage 3, repairing. Last seen 30 September.',
  );
  expect(aboutWords(brief({ session: { ...session, status: 'held' } }))).toBe('In person. Session 9. Not seen before.');
  expect(aboutWords(brief({ coupleId: null }))).toBe('In person. Session 9. Not seen before.');
  expect(aboutWords(brief({ session: null }))).toBe('No session is planned. Not seen before.');
});
