import type { FieldDefinition } from '../../kit/answer-form/field-definition';
import { flat, ownQuestions, withAnswer } from './therapist-part.rules';

const ASKED: readonly FieldDefinition[] = [
  {
    ...{ key: 'topics', type: 'rows', label: 'What is there to tell?', itemLabel: 'Topic' },
    columns: [
      { key: 'ready', type: 'checkbox', label: 'Ready' },
      { key: 'topic', type: 'short', label: 'About' },
    ],
  },
];
const OWN: readonly FieldDefinition[] = [
  {
    ...{ key: 'topics', type: 'rows', label: 'What is there to tell?', itemLabel: 'Topic' },
    columns: [{ key: 'read', type: 'checkbox', label: 'Read together' }],
  },
  { key: 'day', type: 'date', label: 'Which session?' },
];
const sent = { topics: [{ rowId: 'a', ready: true, topic: 'The loan' }, { rowId: 'b' }] };

describe('the therapist’s part of a sheet', () => {
  const questions = ownQuestions(OWN, ASKED, sent);

  it('asks her columns once for each row her client sent, by its own words or its place', () => {
    expect(questions.map(({ key, label }) => [key, label])).toEqual([
      ['topics.a.read', '“The loan”: Read together'],
      ['topics.b.read', 'Topic 2: Read together'],
      ['day', 'Which session?'],
    ]);
  });

  it('puts each answer where it belongs, and keeps those of rows that are gone', () => {
    const gone = { topics: [{ rowId: 'gone', read: true }] };
    const one = withAnswer(questions[0]!, gone, true);
    expect(one).toEqual({
      topics: [
        { rowId: 'gone', read: true },
        { rowId: 'a', read: true },
      ],
    });
    const all = withAnswer(questions[2]!, withAnswer(questions[0]!, one, false), '2026-12-01');
    expect(all).toEqual({
      topics: [
        { rowId: 'gone', read: true },
        { rowId: 'a', read: false },
      ],
      day: '2026-12-01',
    });
    expect(flat(questions, all)).toEqual({ 'topics.a.read': false, 'topics.b.read': undefined, day: '2026-12-01' });
  });
});
