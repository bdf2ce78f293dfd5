import type { CaseloadRowDto } from '../../../api/types.gen';
import { COLUMNS, isShown, NEEDS_ME, rememberedColumns, toggled } from './caseload.rules';
import type { Reason } from './standing-words';

const person = (more: Partial<CaseloadRowDto> = {}): CaseloadRowDto =>
  ({ displayName: 'Maya K.', coupleId: null, ...more }) as CaseloadRowDto;
const waits: Reason = { rank: 1, words: '1 to read', tag: 'info' };
const rests: Reason = { rank: 6, words: 'Nothing waits', tag: null };
const ALL = { show: '', couple: '', words: '' };

it('shows everybody while nothing is asked for', () => {
  expect(isShown(person(), rests, ALL)).toBe(true);
});

it('shows of those who need me only whoever has something that waits', () => {
  expect(isShown(person(), waits, { ...ALL, show: NEEDS_ME })).toBe(true);
  expect(isShown(person(), rests, { ...ALL, show: NEEDS_ME })).toBe(false);
});

it('tells who comes as one of two from who comes alone', () => {
  const coupled = person({ coupleId: 'c' });
  expect(isShown(coupled, rests, { ...ALL, couple: 'coupled' })).toBe(true);
  expect(isShown(coupled, rests, { ...ALL, couple: 'alone' })).toBe(false);
  expect(isShown(person(), rests, { ...ALL, couple: 'alone' })).toBe(true);
});

it('finds a name among those on show, whatever its case', () => {
  expect(isShown(person(), rests, { ...ALL, words: ' maya' })).toBe(true);
  expect(isShown(person(), rests, { ...ALL, words: 'tom' })).toBe(false);
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
