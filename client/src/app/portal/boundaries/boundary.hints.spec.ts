import { describe, expect, it } from 'vitest';
import { hintsFor } from './boundary.hints';

const qualities = (limit: string, ifNotKept = ''): string[] => hintsFor(limit, ifNotKept).map(({ quality }) => quality);

describe('hints on a limit', () => {
  it.each([
    'Tell me before you see J. at work',
    'No talk about the affair after ten at night',
    'I sleep in my own room until June',
    'When voices get loud I leave the room for half an hour, and come back',
  ])('has nothing to ask of: %s', (limit) => {
    expect(qualities(limit, 'I stay at my sister’s that night')).toEqual([]);
  });

  it.each([
    ['Be more honest with me', ['clear']],
    ['Always answer when I call', ['clear']],
    ['I want you to feel sorry', ['observable']],
    ['Stop being so selfish', ['respectful']],
    ['Do it or else', ['respectful']],
  ] as const)('asks one question for each quality: %s', (limit, expected) => {
    expect(qualities(limit)).toEqual(expected);
  });

  it('asks for an act of one’s own, and nothing while nothing is written', () => {
    expect(qualities('Home by seven', 'You sleep on the sofa')).toEqual(['own']);
    expect(qualities('  ', 'You sleep on the sofa')).toEqual([]);
  });

  it('quotes the words it asks about', () => {
    expect(hintsFor('Be nicer', '')[0]?.question).toContain('nicer');
  });
});
