import { describe, expect, it } from 'vitest';
import { contentOf, dialled, textOf, tooLong } from './plan.rules';

const EMPTY = { steps: '', people: '', signs: '', stopWord: '', notToday: '', safetySteps: '' };

describe('a plan as it is written', () => {
  it.each([
    ['Ana 555 0188', 'Ana', '555 0188'],
    ['My sister, +49 (30) 123-456', 'My sister', '+49 (30) 123-456'],
    ['Dr Ellis: 5550100', 'Dr Ellis', '5550100'],
    ['Mum', 'Mum', ''],
    ['555 0188', '555 0188', '555 0188'],
    ['Group at 7', 'Group at 7', ''],
  ])('finds the number in: %s', (line, name, phone) =>
    expect(contentOf({ ...EMPTY, people: line }).people).toEqual([{ name, phone }]),
  );

  it('has one thing on each line, and comes back as it went', () => {
    const text = { ...EMPTY, steps: ' Walk \n\nCall Ana', people: 'Ana 555 0188\nMum', stopWord: 'Lighthouse ' };
    const plan = contentOf(text);
    expect(plan).toMatchObject({ steps: ['Walk', 'Call Ana'], stopWord: 'Lighthouse', notToday: null });
    expect(contentOf(textOf(plan))).toEqual(plan);
  });

  it('says what is too long to be kept', () => {
    const lines = Array.from({ length: 13 }, (_, index) => `Step ${index}`).join('\n');
    expect(tooLong(contentOf({ ...EMPTY, steps: lines, signs: 'x'.repeat(301) }))).toEqual(['steps', 'signs']);
  });

  it('is dialled without what people put between digits', () => expect(dialled('+49 (30) 12-3')).toBe('+4930123'));
});
