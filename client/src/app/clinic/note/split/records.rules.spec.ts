import { expect, it } from 'vitest';
import type { NoteLineDto } from '../../../../api/types.gen';
import { isIn, noteIn } from './records.rules';

const line = (id: string, more: Partial<NoteLineDto> = {}): NoteLineDto =>
  ({ id, kind: 'progress', status: 'signed', authorId: 'me', clientId: null, ...more }) as NoteLineDto;
const me = { openId: '', readerId: 'me' };
const joint = { isPrivate: false, clientId: null };
const mayas = { isPrivate: false, clientId: 'maya' };
const own = { isPrivate: true, clientId: null };

it('keeps apart the joint record, each partner’s own, and what is the writer’s alone', () => {
  const lines = [line('joint'), line('m', { clientId: 'maya' }), line('p', { kind: 'psychotherapy' })];
  expect(lines.filter((one) => isIn(one, joint)).map(({ id }) => id)).toEqual(['joint']);
  expect(lines.filter((one) => isIn(one, mayas)).map(({ id }) => id)).toEqual(['m']);
  expect(lines.filter((one) => isIn(one, own)).map(({ id }) => id)).toEqual(['p']);
  expect(isIn(line('t', { clientId: 'tom' }), mayas)).toBe(false);
});

it('counts a private note as private, whomever it is about', () => {
  expect(isIn(line('p', { kind: 'psychotherapy', clientId: 'maya' }), own)).toBe(true);
  expect(isIn(line('p', { kind: 'psychotherapy', clientId: 'maya' }), mayas)).toBe(false);
});

it('stands for a record with what is open, else with the reader’s own draft, else with the first', () => {
  const lines = [line('first'), line('hers', { status: 'draft', authorId: 'she' }), line('mine', { status: 'draft' })];
  expect(noteIn(lines, joint, { ...me, openId: 'hers' })?.id).toBe('hers');
  expect(noteIn(lines, joint, me)?.id).toBe('mine');
  expect(noteIn(lines.slice(0, 2), joint, me)?.id).toBe('first');
  expect(noteIn(lines, mayas, me)).toBeNull();
});
