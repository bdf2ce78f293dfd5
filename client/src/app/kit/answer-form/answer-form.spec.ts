import { render, screen, within } from '@testing-library/angular';
import { AnswerForm } from './answer-form';
import { rowsOf, type Answers, type FieldDefinition } from './field-definition';
import { askedAnswers, shownColumns, shownFields } from './show-if';

const FIELDS: readonly FieldDefinition[] = [
  { key: 'steady', type: 'scale', label: 'How steady are you?' },
  { key: 'hard', type: 'long', label: 'What made it hard?', showIf: { field: 'steady', op: 'lte', value: 4 } },
  { key: 'help', type: 'short', label: 'What would help?', showIf: { field: 'hard', op: 'answered' } },
  {
    key: 'limits',
    type: 'rows',
    label: 'Boundaries',
    itemLabel: 'Boundary',
    columns: [
      {
        key: 'area',
        type: 'one',
        label: 'Area',
        options: [
          { key: 'phone', label: 'Phone' },
          { key: 'other', label: 'Other' },
        ],
      },
      { key: 'which', type: 'short', label: 'Which?', showIf: { field: 'area', op: 'eq', value: 'other' } },
    ],
  },
];

async function draw(value: Answers, only?: string) {
  const view = await render(AnswerForm, { inputs: { fields: FIELDS, value, ...(only ? { only } : {}) } });
  return { view, latest: () => view.fixture.componentInstance.value() };
}

const click = async (view: { fixture: { whenStable(): Promise<unknown> } }, element: HTMLElement) => {
  element.click();
  await view.fixture.whenStable();
};

describe('which questions are asked', () => {
  const keys = (answers: Answers) => shownFields(FIELDS, answers).map((field) => field.key);

  it('asks a question only when its rule holds', () => {
    expect(keys({})).toEqual(['steady', 'limits']);
    expect(keys({ steady: 4 })).toEqual(['steady', 'hard', 'limits']);
    expect(keys({ steady: 0, hard: 'nights' })).toEqual(['steady', 'hard', 'help', 'limits']);
  });

  it('hides what hangs on a hidden question, even when an old answer to that is still there', () => {
    expect(keys({ steady: 9, hard: 'nights' })).toEqual(['steady', 'limits']);
  });

  it('does not send answers to questions that are no longer asked, in rows too', () => {
    const answers = { steady: 9, hard: 'nights', limits: [{ rowId: 'r1', area: 'phone', which: 'old words' }] };
    expect(askedAnswers(FIELDS, answers)).toEqual({ steady: 9, limits: [{ rowId: 'r1', area: 'phone' }] });
  });

  it('reads the condition from its own row, never from a field of the form with the same key', () => {
    const columns = FIELDS[3]?.columns ?? [];
    const asked = (row: Record<string, unknown>) =>
      shownColumns(columns, { rowId: 'r', ...row }, { area: 'other' }).map((column) => column.key);
    expect(asked({ area: 'other' })).toEqual(['area', 'which']);
    expect(asked({})).toEqual(['area']);
  });
});

describe('AnswerForm', () => {
  it('draws one question with its label as the h1', async () => {
    await draw({}, 'hard');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('What made it hard?');
    expect(screen.getByRole('textbox', { name: 'What made it hard?' })).toBeTruthy();
    expect(screen.queryByText('How steady are you?')).toBeNull();
  });

  it('keeps zero as an answer', async () => {
    const { view, latest } = await draw({});
    await click(view, screen.getByRole('radio', { name: '0' }));
    expect(latest()).toEqual({ steady: 0 });
    expect(screen.getByRole('textbox', { name: 'What made it hard?' })).toBeTruthy();
  });

  it('names every row, gives it an id of its own and moves the focus into it', async () => {
    const { view, latest } = await draw({});
    await click(view, screen.getByRole('button', { name: 'Add the first one' }));
    await click(view, screen.getByRole('button', { name: 'Add another' }));
    const rows = rowsOf(latest()['limits']);
    expect(new Set(rows.map((row) => row.rowId)).size).toBe(2);
    const second = screen.getByRole('group', { name: 'Boundary 2 of 2' });
    expect(second.contains(document.activeElement)).toBe(true);
  });

  it('moves a row with its answers and takes the focus along', async () => {
    const { view, latest } = await draw({
      limits: [
        { rowId: 'a', area: 'phone' },
        { rowId: 'b', area: 'other' },
      ],
    });
    await click(view, screen.getByRole('button', { name: 'Move down, Boundary 1 of 2' }));
    expect(rowsOf(latest()['limits']).map((row) => row.rowId)).toEqual(['b', 'a']);
    expect(document.activeElement?.textContent).toContain('Boundary 2 of 2');
  });

  it('puts a removed row back where it was, words and all', async () => {
    const limits = [{ rowId: 'a', area: 'other', which: 'cards' }, { rowId: 'b' }];
    const { view, latest } = await draw({ limits });
    await click(view, screen.getByRole('button', { name: 'Remove, Boundary 1 of 2' }));
    expect(rowsOf(latest()['limits'])).toEqual([{ rowId: 'b' }]);
    await click(view, screen.getByRole('button', { name: 'Put it back' }));
    expect(latest()['limits']).toEqual(limits);
  });

  it('shows a column only in the row that asks for it', async () => {
    await draw({
      limits: [
        { rowId: 'a', area: 'phone' },
        { rowId: 'b', area: 'other' },
      ],
    });
    const [first, second] = screen.getAllByRole('group', { name: /Boundary \d of 2/ });
    expect(within(first as HTMLElement).queryByRole('textbox')).toBeNull();
    expect(within(second as HTMLElement).getByRole('textbox', { name: 'Which?' })).toBeTruthy();
  });
});
