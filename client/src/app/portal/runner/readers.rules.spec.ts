import type { AssignmentDetailDto } from '../../../api/types.gen';
import { canBeShared, readerChoices, readerOf } from './readers.rules';

const sheet = (more: object, neverShared = false) =>
  ({ clientId: 'm', coupleId: 'c', ...more, worksheet: { neverShared } }) as AssignmentDetailDto;

it('asks who may read only on one’s own sheet within the work of two', () => {
  expect(canBeShared(sheet({}))).toBe(true);
  expect(canBeShared(sheet({ coupleId: null }))).toBe(false);
  expect(canBeShared(sheet({ clientId: null }))).toBe(false);
  expect(canBeShared(sheet({}, true))).toBe(false);
});

it('is the therapist alone unless somebody wished otherwise, and never more for what stays for good', () => {
  expect(readerOf({}, undefined, false)).toBe('therapist');
  expect(readerOf({ visibility: 'after_review' }, undefined, false)).toBe('after_review');
  expect(readerOf({ visibility: 'after_review' }, 'therapist', false)).toBe('therapist');
  expect(readerOf({ neverShared: true }, 'shared', false)).toBeNull();
});

it('offers on a gated sheet only what can happen', () => {
  expect(readerChoices('Dr Ellis', false).map(({ key }) => key)).toEqual([
    'therapist',
    'after_review',
    'both_done',
    'shared',
  ]);
  expect(readerChoices('Dr Ellis', true).map(({ key }) => key)).toEqual(['therapist', 'after_review', 'both_done']);
  expect(readerOf({}, 'shared', true)).toBe('after_review');
});
