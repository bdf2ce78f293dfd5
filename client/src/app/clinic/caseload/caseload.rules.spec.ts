import type { CaseloadRowDto } from '../../../api/types.gen';
import {
  askedFor,
  COLUMNS,
  lookedThrough,
  NEEDS_ME,
  rememberedColumns,
  toggled,
  type Listed,
  type Look,
} from './caseload.rules';

const ALL: Look = { words: '', show: '', couple: '', whose: '', sort: 'need' };
const row = (displayName: string, need: Listed['need'], more: Partial<CaseloadRowDto> = {}): Listed => ({
  person: { displayName, coupleId: null, status: 'active', ...more } as CaseloadRowDto,
  need,
});
const MAYA = row('Maya K.', 'to_read', { coupleId: 'c' });
const DANA = row('Dana R.', 'nothing');
const LUIS = row('Luis A.', 'paused', { status: 'paused' });
const names = (look: Partial<Look>): string[] =>
  lookedThrough([DANA, LUIS, MAYA], { ...ALL, ...look }).map(({ person }) => person.displayName);

it('asks the server for who needs one, or for a status of care, never for both', () => {
  expect(askedFor({ ...ALL, show: NEEDS_ME }, 'me')).toMatchObject({ needs: 'true', status: '', therapistId: '' });
  expect(askedFor({ ...ALL, show: 'paused', whose: 'mine' }, 'me')).toMatchObject({
    ...{ needs: '', status: 'paused', therapistId: 'me' },
  });
});

it('puts first, without a connection too, who needs something, and goes by name when asked', () => {
  expect(names({})).toEqual(['Maya K.', 'Dana R.', 'Luis A.']);
  expect(names({ sort: '-need' })).toEqual(['Luis A.', 'Dana R.', 'Maya K.']);
  expect(names({ sort: '-name' })).toEqual(['Maya K.', 'Luis A.', 'Dana R.']);
});

it('leaves in the rows that are loaded only whom was asked for', () => {
  expect(names({ show: NEEDS_ME })).toEqual(['Maya K.']);
  expect(names({ show: 'paused' })).toEqual(['Luis A.']);
  expect(names({ couple: 'coupled' })).toEqual(['Maya K.']);
  expect(names({ couple: 'alone' })).toEqual(['Dana R.', 'Luis A.']);
  expect(names({ words: ' maya' })).toEqual(['Maya K.']);
  expect(names({ words: 'tom' })).toEqual([]);
});

it('remembers the columns by name, and knows none that there is not', () => {
  expect([...rememberedColumns(null)]).toEqual([...COLUMNS]);
  expect([...rememberedColumns('scale,seen,mood')]).toEqual(['seen', 'scale']);
  expect([...rememberedColumns('')]).toEqual([]);
});

it('adds and takes away one without touching what was there', () => {
  const before = new Set(['a']);
  expect([...toggled(before, 'b', true)]).toEqual(['a', 'b']);
  expect([...toggled(before, 'a', false)]).toEqual([]);
  expect([...before]).toEqual(['a']);
});
