import type { FieldDto, SubmissionDto } from '../../../api/types.gen';
import { linesOf, summaryOf } from './review.rules';

const plain = {
  hint: null,
  help: null,
  options: null,
  min: null,
  max: null,
  showIf: null,
  columns: null,
  itemLabel: null,
  sendRowsWhere: null,
  neverShared: false,
  by: 'involved',
  intense: false,
  visibility: 'therapist',
  alone: false,
} as const;
const fields: FieldDto[] = [
  { ...plain, key: 'why', type: 'long', label: 'Why?' },
  {
    ...plain,
    key: 'limits',
    type: 'rows',
    label: 'Limits',
    itemLabel: 'Boundary',
    columns: [{ ...plain, key: 'limit', type: 'short', label: 'The limit' }],
  },
  { ...plain, key: 'later', type: 'long', label: 'Later?' },
];
const draft = (answers: Record<string, unknown>, more: Partial<SubmissionDto> = {}) =>
  ({ answers, forSession: [], changes: null, ...more }) as unknown as SubmissionDto;

it('sets each piece beside the one before, row by row, also when rows moved or went', () => {
  const before = draft({
    why: 'Because',
    limits: [
      { rowId: 'a', limit: 'One' },
      { rowId: 'b', limit: 'Two' },
    ],
  });
  const now = draft(
    {
      why: 'Because it hurt',
      limits: [
        { rowId: 'b', limit: 'Two' },
        { rowId: 'c', limit: 'Three' },
      ],
    },
    {
      forSession: ['later'],
      changes: [
        { key: 'why', change: 'changed', rows: [] },
        { key: 'limits', change: 'changed', rows: [] },
        { key: 'later', change: 'same', rows: [] },
      ],
    },
  );
  const lines = linesOf(fields, now, before);
  expect(lines[0]?.pieces).toEqual([{ key: 'why', name: '', now: 'Because it hurt', before: 'Because' }]);
  expect(lines[1]?.pieces.map(({ key, now: is, before: was }) => [key, is, was])).toEqual([
    ['b', 'The limit: Two', 'The limit: Two'],
    ['c', 'The limit: Three', ''],
    ['a', '', 'The limit: One'],
  ]);
  expect(summaryOf(lines)).toBe('2 of 3 answered; 2 changed, 1 kept for the session.');
});

it('speaks of no change where there is no draft before', () => {
  const lines = linesOf(fields, draft({ why: 'x' }), null);
  expect(lines.map(({ change }) => change)).toEqual([null, null, null]);
  expect(summaryOf(lines)).toBe('1 of 3 answered.');
});
