import type { FieldDefinition } from '../../kit/answer-form/field-definition';
import { onPage, textsOf, wordsIn } from './coach-text.rules';

const FIELDS: FieldDefinition[] = [
  {
    key: 'impacts',
    type: 'rows',
    label: 'Impacts',
    columns: [
      { key: 'told', type: 'long', label: 'Told' },
      { key: 'understood', type: 'long', label: 'Understood' },
    ],
  },
  { key: 'responsibility', type: 'long', label: 'Mine' },
  { key: 'to-therapist', type: 'long', label: 'For the therapist' },
];
const ANSWERS = {
  impacts: [
    { rowId: 'a', told: 'You made me doubt myself.', understood: 'You lost your sleep.' },
    { rowId: 'b', understood: ' ' },
  ],
  responsibility: 'I chose it.',
  'to-therapist': 'It was just once.',
};

describe('what the coach reads', () => {
  it("reads its author's own voice, never the partner's words or a word to the therapist", () => {
    expect(textsOf(FIELDS, ANSWERS)).toEqual([
      { field: 'impacts', rowId: 'a', text: 'You lost your sleep.' },
      { field: 'responsibility', rowId: null, text: 'I chose it.' },
    ]);
  });

  it('reads on a page what is written there', () => {
    const texts = textsOf(FIELDS, ANSWERS);
    expect(onPage(texts, 'responsibility', null)).toHaveLength(1);
    expect(onPage(texts, 'impacts', 'b')).toEqual([]);
  });
});

describe('what was written about why', () => {
  it('is every text of its answers, of rows as well, and nothing blank', () => {
    const answers = {
      timeline: [
        { rowId: 'a', when: 'Spring', 'told-myself': 'It was owed to me.' },
        { rowId: 'b', when: ' ' },
      ],
      vulnerable: ['stress'],
      'no-excuse': true,
    };
    expect(wordsIn(answers)).toEqual(['Spring', 'It was owed to me.', 'stress']);
    expect(wordsIn(undefined)).toEqual([]);
  });
});
