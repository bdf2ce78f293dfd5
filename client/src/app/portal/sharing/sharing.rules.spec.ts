import type { FieldDto, ReleaseDto, SharingDto } from '../../../api/types.gen';
import { quoted, standingOf } from './sharing.rules';

const asked = ['why', 'need', 'ask'].map((key) => ({ key, label: `${key}?` })) as FieldDto[];
const release = (more: Partial<ReleaseDto>) =>
  ({ id: 'r', fieldKeys: ['why'], answers: { why: 'Old words' }, state: 'shared', ...more }) as ReleaseDto;
const sharing = (more: Partial<SharingDto>): SharingDto => ({
  ...{ id: 'a', clientId: 'm', coupleId: 'c', asked, releases: [], proposal: null },
  fields: [
    { key: 'why', moment: 'after_review', ready: true },
    { key: 'need', moment: 'both_done', ready: true },
    { key: 'ask', moment: 'after_review', ready: false },
  ],
  answers: { why: 'Old words', need: 'Time', ask: 'A call' },
  ...more,
});
const keys = (offers: readonly { key: string }[]) => offers.map(({ key }) => key);

it('parts what can be shared now from what the therapist reads first', () => {
  const { ready, later } = standingOf(sharing({}));
  expect([keys(ready), keys(later)]).toEqual([['why', 'need'], ['ask']]);
});

it('offers an answer again only once it says something else than what is shared', () => {
  expect(keys(standingOf(sharing({ releases: [release({})] })).ready)).toEqual(['need']);
  expect(keys(standingOf(sharing({ releases: [release({ answers: { why: 'Older' } })] })).ready)).toContain('why');
  const taken = standingOf(sharing({ releases: [release({ state: 'withdrawn' })] }));
  expect([taken.live, keys(taken.ready)]).toEqual([[], ['why', 'need']]);
});

it('proposes only what can be shared now, and nothing once it was answered', () => {
  const proposal = { id: 'p', assignmentId: 'a', fieldKeys: ['why', 'ask'], message: null, proposedAt: '' };
  expect(keys(standingOf(sharing({ proposal: { ...proposal, answer: 'open' } })).proposed)).toEqual(['why']);
  expect(standingOf(sharing({ proposal: { ...proposal, answer: 'declined' } })).proposed).toEqual([]);
});

it('quotes questions in a sentence', () => {
  expect(quoted(['Why?', 'What?'])).toBe('“Why?”, “What?”');
});
