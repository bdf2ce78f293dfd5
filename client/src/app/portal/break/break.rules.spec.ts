import { breathAt, crisisLinesFor } from './break.rules';

describe('a break', () => {
  it('breathes in for four and out for six', () => {
    expect([0, 3, 4, 9, 10].map(breathAt)).toEqual([
      { phase: 'in', count: 1 },
      { phase: 'in', count: 4 },
      { phase: 'out', count: 1 },
      { phase: 'out', count: 6 },
      { phase: 'in', count: 1 },
    ]);
  });

  it('gives the numbers of the place where the practice is', () => {
    expect(crisisLinesFor('en-US', 'America/New_York')).toMatchObject({ call: '988', emergency: '911' });
    expect(crisisLinesFor('en-US', 'Europe/Berlin')).toMatchObject({ call: '0800 111 0 111', emergency: '112' });
    expect(crisisLinesFor('fr-FR', 'Europe/Paris')).toEqual({ call: null, text: null, emergency: '112' });
  });
});
