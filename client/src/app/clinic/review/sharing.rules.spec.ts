import type { ReleaseDto, SharingDto } from '../../../api/types.gen';
import { readBy, releaseWords } from './sharing.rules';

const names = { author: 'Maya', partner: 'Tom' };
const field = { key: 'why', visibility: 'therapist', neverShared: false } as const;
const release = (more: Partial<ReleaseDto>) =>
  ({ fieldKeys: ['why'], state: 'shared', held: false, seen: false, ...more }) as ReleaseDto;
const sharing = (...releases: ReleaseDto[]) => ({ releases }) as unknown as SharingDto;

it('says whose eyes an answer comes before, as it is and as its author wished', () => {
  expect(readBy(field, undefined, undefined, names)).toBe('Maya and you. Tom: no.');
  expect(readBy({ ...field, neverShared: true }, undefined, undefined, names)).toContain('Tom: never.');
  expect(readBy(field, 'both_done', undefined, names)).toContain('when both are done');
  expect(readBy(field, undefined, sharing(release({})), names)).toBe('Maya, you and Tom.');
});

it('never says that a partner reads what is held, waits or was taken back', () => {
  expect(readBy(field, undefined, sharing(release({ held: true })), names)).toContain('not yet: held back');
  expect(readBy(field, undefined, sharing(release({ state: 'waiting' })), names)).toContain('once both');
  expect(readBy(field, undefined, sharing(release({ state: 'withdrawn' })), names)).toBe('Maya and you. Tom: no.');
  expect(releaseWords(release({ state: 'withdrawn', seen: true }), names)).toBe('No longer shared; Tom had read it');
  expect(releaseWords(release({ state: 'waiting', held: true }), names)).toMatch(/^Held back/);
});
