import type { WorksheetDto } from '../../../api/types.gen';
import { isAbout, shelvesOf, usedLately } from './library.rules';

const sheet = (key: string, because: 'often_first' | 'for_role' | 'fits_stage' | null): WorksheetDto =>
  ({ key, title: key, summary: '', offer: { because, fit: 'fits' } }) as WorksheetDto;

describe('the shelves of the library', () => {
  it('puts what is offered first on a shelf of its own, and loses none', () => {
    const shelves = shelvesOf([
      sheet('a', 'often_first'),
      sheet('b', null),
      sheet('c', 'for_role'),
      sheet('d', 'fits_stage'),
    ]);
    expect(shelves.map(({ key, sheets }) => [key, sheets.map((each) => each.key)])).toEqual([
      ['first', ['a', 'c']],
      ['suits', ['d']],
      ['rest', ['b']],
    ]);
  });

  it('is one shelf where nobody is named, and none where nothing is found', () => {
    expect(shelvesOf([sheet('a', null)]).map(({ key }) => key)).toEqual(['all']);
    expect(shelvesOf([])).toEqual([]);
  });
});

it('names what was used lately once, the latest first', () => {
  const given = ['apology', 'i-statement', 'apology'].map((worksheetKey) => ({ worksheetKey }));
  expect(usedLately(given)).toEqual(['apology', 'i-statement']);
});

it('finds by any of the words, in any order and case', () => {
  const one = { title: 'Boundary list', summary: 'What you need to feel safer.' };
  expect(isAbout(one, 'SAFER boundary')).toBe(true);
  expect(isAbout(one, 'apology')).toBe(false);
});
