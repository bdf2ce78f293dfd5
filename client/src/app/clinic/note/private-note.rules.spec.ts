import { foundForRecord, type ForRecord } from './private-note.rules';

const kinds = (text: string): ForRecord[] => foundForRecord(text).map(({ what }) => what);

describe('what belongs into the record and not into a private note', () => {
  it.each<[ForRecord, string, string]>([
    ['medication', 'She takes Sertraline now.', 'Sertraline'],
    ['medication', 'Went up to 50 mg on Monday.', '50 mg'],
    ['medication', 'Her GP prescribed something.', 'prescribed'],
    ['times', 'We spoke 10:00 to 10:50.', '10:00 to 10:50'],
    ['times', 'The session ended early.', 'session ended'],
    ['times', 'He came at 5 pm.', 'at 5 pm'],
    ['frequency', 'He wants weekly sessions.', 'weekly sessions'],
    ['frequency', 'Twice a week would help.', 'Twice a week'],
    ['scores', 'PHQ-9 of 14 today.', 'PHQ-9 of 14'],
    ['scores', 'She scored 31.', 'scored 31'],
    ['diagnosis', 'I think of PTSD.', 'PTSD'],
    ['diagnosis', 'A diagnosis would scare him.', 'diagnosis'],
    ['diagnosis', 'F43.1 crossed my mind.', 'F43.1'],
    ['plan', 'The treatment plan bores me.', 'treatment plan'],
    ['progress', 'Progress towards the goals is slow.', 'Progress towards the goals'],
    ['progress', 'Symptoms are fewer.', 'Symptoms are'],
  ])('is %s: “%s”', (what, text, words) => {
    expect(foundForRecord(text)).toEqual([{ what, words }]);
  });

  it.each([
    'I felt protective of her, and noticed it.',
    'Scored is a word she uses about friends.',
    'He says the time is never right. Ten past anger.',
    'My own plan: talk to my supervisor about the pull to take sides.',
    'She dreams of 3 doors; he of 12.',
    'It reminded me of 2019.',
    'A man who 5 years ago left her; at the core 2 people.',
    'They played for time. What a panic!',
    'She wants progress. I want patience.',
    '',
  ])('is not: “%s”', (text) => {
    expect(foundForRecord(text)).toEqual([]);
  });

  it('is told in the order of the text, each wording once', () => {
    const text = 'PTSD? At 10:30 I thought of ptsd again, and of the treatment plan.';
    expect(foundForRecord(text).map(({ words }) => words)).toEqual(['PTSD', 'At 10:30', 'treatment plan']);
    expect(kinds(text)).toEqual(['diagnosis', 'times', 'plan']);
  });

  it('takes no time over a long text', () => {
    const began = performance.now();
    foundForRecord('sessions every '.repeat(3_000) + 'a'.repeat(5_000) + '9'.repeat(5_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
