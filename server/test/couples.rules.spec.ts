import { coupleName } from '../src/clients/couple-name.rules.js';
import { STAGES, STAGE_STEP, assertTwoPeople } from '../src/couples/couples.rules.js';

const name = (givenName: string, familyName: string, preferredName: string | null = null) => ({
  givenName,
  familyName,
  preferredName,
});

describe('a couple', () => {
  it('is two different people', () => {
    const link = (clientId: string) => ({ clientId, role: 'both' as const });
    expect(() => assertTwoPeople([link('a'), link('b')])).not.toThrow();
    expect(() => assertTwoPeople([link('a'), link('a')])).toThrow('two different people');
  });

  it('is named by one family letter when they share the name', () => {
    expect(coupleName([name('Maya', 'Keller'), name('Tomas', 'KELLER', 'Tom')])).toBe('Maya & Tom K.');
    expect(coupleName([name('Maya', 'Keller'), name('Tom', 'Brandt')])).toBe('Maya K. & Tom B.');
  });

  it('is named after the one the reader may see', () => {
    expect(coupleName([null, name('Tom', 'Brandt')])).toBe('Tom B.');
    expect(coupleName([null, null])).toBe('');
  });

  it('counts four steps, and parting is none', () => {
    expect(STAGES.map((stage) => STAGE_STEP[stage])).toEqual([1, 2, 3, 4, null]);
  });
});
