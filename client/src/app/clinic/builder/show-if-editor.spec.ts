import { render, screen } from '@testing-library/angular';
import type { ShowIf } from '../../kit/answer-form/field-definition';
import { newQuestion } from './sheet.rules';
import { ShowIfEditor, type Source } from './show-if-editor';

const options = [
  { key: 'yes', label: 'Yes' },
  { key: 'no', label: 'No' },
  { key: 'unsure', label: 'Not sure' },
];
const BEFORE: readonly Source[] = [
  { name: '1 Did it help?', field: { ...newQuestion(), key: 'help', type: 'one', options } },
  { name: '2 Why?', field: { ...newQuestion(), key: 'why' } },
];

/** Draws it and lets each change come back, as the page does. */
async function draw(rule: ShowIf | null) {
  const told: (ShowIf | null)[] = [];
  const view = await render(ShowIfEditor, { inputs: { rule, before: BEFORE } });
  view.fixture.componentInstance.changed.subscribe((to) => {
    told.push(to);
    view.fixture.componentRef.setInput('rule', to);
  });
  const choose = async (name: string, label: string) => {
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name });
    list.value = [...list.options].find((option) => option.text.trim() === label)?.value ?? '';
    list.dispatchEvent(new Event('change'));
    await view.fixture.whenStable();
  };
  const tick = async (name: string) => {
    screen.getByRole('checkbox', { name }).click();
    await view.fixture.whenStable();
  };
  return { choose, tick, latest: () => told.at(-1) };
}

describe('a rule made in words', () => {
  it('waits for one of several answers, in the order in which they are offered', async () => {
    const { choose, tick, latest } = await draw(null);
    await choose('Ask only if', '1 Did it help?');
    expect(latest()).toEqual({ field: 'help', op: 'eq', value: 'yes' });
    await choose('Which answer', 'Not sure');
    await choose('How', 'is one of');
    expect(latest()).toEqual({ field: 'help', op: 'in', value: ['unsure'] });
    await tick('No');
    expect(latest()).toEqual({ field: 'help', op: 'in', value: ['no', 'unsure'] });
    await choose('How', 'is not');
    expect(latest()).toEqual({ field: 'help', op: 'ne', value: 'no' });
  });

  it('says that one is to be ticked when none is', async () => {
    const { tick, latest } = await draw({ field: 'help', op: 'in', value: ['yes'] });
    await tick('Yes');
    expect(latest()).toEqual({ field: 'help', op: 'in', value: [] });
    expect(screen.getByRole('group', { name: 'Any of these answers' }).textContent).toContain('Tick at least one.');
  });

  it('offers it only where there are choices', async () => {
    const { choose } = await draw(null);
    await choose('Ask only if', '2 Why?');
    const how = screen.getByRole<HTMLSelectElement>('combobox', { name: 'How' });
    expect([...how.options].map(({ text }) => text.trim())).toEqual(['is answered', 'is left blank']);
  });
});
