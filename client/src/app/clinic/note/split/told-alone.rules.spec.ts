import { describe, expect, it } from 'vitest';
import { foundToldAlone } from './told-alone.rules';

const words = (data: string): string[] => foundToldAlone({ data }).map((one) => one.words);

describe('what reads as told alone', () => {
  it.each([
    'Maya told me alone that she has seen a lawyer.',
    'Tom said in confidence that he still writes to her.',
    'In private, she mentioned the loan.',
    'He confided to me that he is afraid.',
    'Tom does not know about the account.',
    'Maya has not told him about the letter.',
    'She asked me not to tell Tom.',
    'He does this behind Maya’s back.',
    'When Tom had left the room she wept.',
    'I saw Maya alone for ten minutes.',
    'In an individual call he spoke of the flat.',
    'She wants to keep this from him.',
  ])('is found: %s', (sentence) => {
    expect(words(`Both came on time. ${sentence} They agreed on a walk.`)).toEqual([sentence]);
  });

  it.each([
    'Maya told Tom that she had felt alone in March.',
    'She feels alone in the evenings.',
    'Tom told her about the account in the session.',
    'She felt alone and told Tom so.',
    'They talked about confidence and trust.',
    'Both say that they want to know more.',
    'He said that he would leave her alone after a quarrel.',
    'Tom knows about the account.',
    'They do not want to separate.',
    'Each was asked to speak in turn.',
  ])('is not: %s', (sentence) => {
    expect(words(sentence)).toEqual([]);
  });

  it('is quoted with its field and its place, so that it can be found there', () => {
    const data = 'Both came. \nShe told me in confidence of a debt. They left.';
    const [one] = foundToldAlone({ data, plan: 'Weekly.' });
    expect(one).toEqual({ key: 'data', words: 'She told me in confidence of a debt.', start: 12 });
    expect(data.slice(one!.start, one!.start + one!.words.length)).toBe(one!.words);
  });

  it('reads a long text of one sentence in no time', () => {
    const start = performance.now();
    foundToldAlone({ data: 'told '.repeat(10_000) });
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
