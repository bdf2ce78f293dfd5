import {
  ACTS,
  actsOf,
  assertAct,
  endsSoon,
  isAgreed,
  sharerFor,
  STANDINGS,
  standingOf,
  type Asked,
  type Side,
  type Standing,
  type State,
} from '../src/agreements/agreements.rules.js';
import { isNearEnough } from '../src/commitments/days.rules.js';

const SIDES: Side[] = ['author', 'other', 'staff'];
const BOTH = ['maya', 'tom'];
const ME: Record<Side, string | null> = { author: 'maya', other: 'tom', staff: null };
const TODAY = '2026-06-10';
const asked = (agreed: string[], untilOn = '2026-07-01'): Asked => ({ agreed, untilOn });

describe('what each can do with an agreement to be open', () => {
  // standing · who agreed to what is asked (- = nothing is asked) · author · other · staff
  const table: [Standing, string, string, string, string][] = [
    ['proposed', 'maya', 'end offer', 'agree decline offer', ''],
    ['proposed', 'tom', 'agree end offer', 'decline offer', ''],
    ['agreed', 'maya tom', 'end offer', 'decline offer', 'start'],
    ['active', '-', 'revisit end offer', 'revisit end offer', 'revisit'],
    ['active', 'maya', 'revisit end offer', 'agree revisit end offer', 'revisit'],
    ['active', 'maya tom', 'revisit end offer', 'revisit end offer', 'revisit start'],
    ['revisiting', '-', 'end offer', 'end offer', ''],
    ['revisiting', 'tom', 'agree end offer', 'end offer', ''],
    ['revisiting', 'maya tom', 'end offer', 'end offer', 'start'],
    ['lapsed', 'maya', '', '', ''],
    ['lapsed', 'maya tom', '', '', ''],
    ['declined', 'maya', '', '', ''],
    ['ended', '-', '', '', ''],
  ];

  it('is said by this table for every standing', () => {
    expect([...new Set(table.map(([standing]) => standing))]).toEqual([...STANDINGS]);
  });

  it.each(table)('%s, agreed by %s: author %s; other %s; staff %s', (standing, agreed, ...wanted) => {
    const terms = agreed === '-' ? null : asked(agreed.split(' '));
    SIDES.forEach((side, i) => {
      const acts = actsOf(standing, side, terms, { me: ME[side], both: BOTH });
      expect([side, acts.join(' ')]).toEqual([side, wanted[i]]);
      for (const act of ACTS) {
        const tried = (): void => assertAct(act, acts, standing);
        if (acts.includes(act)) expect(tried).not.toThrow();
        else expect(tried).toThrow('not possible');
      }
    });
  });

  it('is never to agree for another, nor to begin alone', () => {
    for (const standing of STANDINGS)
      for (const agreed of [[], ['maya'], ['tom'], BOTH]) {
        expect(actsOf(standing, 'staff', asked(agreed), { me: null, both: BOTH })).not.toContain('agree');
        for (const side of ['author', 'other'] as const)
          expect(actsOf(standing, side, asked(agreed), { me: ME[side], both: BOTH })).not.toContain('start');
        if (agreed.length < 2)
          expect(actsOf(standing, 'staff', asked(agreed), { me: null, both: BOTH })).not.toContain('start');
      }
  });
});

describe('how it stands', () => {
  const table: [State, string | null, Asked | null, Standing][] = [
    ['proposed', null, asked(['maya']), 'proposed'],
    ['proposed', null, asked(BOTH), 'agreed'],
    ['proposed', null, asked(BOTH, TODAY), 'agreed'],
    ['proposed', null, asked(BOTH, '2026-06-09'), 'lapsed'],
    ['active', TODAY, null, 'active'],
    ['active', '2026-06-09', null, 'lapsed'],
    // one who agrees to go on is not two
    ['active', '2026-06-09', asked(['maya'], '2026-08-01'), 'lapsed'],
    ['active', '2026-06-20', asked(BOTH, '2026-08-01'), 'active'],
    ['revisiting', '2026-06-20', null, 'revisiting'],
    ['revisiting', '2026-06-09', asked(['tom'], '2026-08-01'), 'lapsed'],
    ['declined', null, asked(['maya']), 'declined'],
    ['ended', '2026-06-20', null, 'ended'],
  ];

  it.each(table)('kept as %s until %s, asked %j: %s', (state, untilOn, terms, wanted) => {
    expect(standingOf({ state, untilOn }, terms, BOTH, TODAY)).toBe(wanted);
  });

  it('takes two different people', () => {
    expect(isAgreed(asked(['maya', 'maya']), BOTH)).toBe(false);
    expect(isAgreed(asked(['maya']), ['maya'])).toBe(false);
    expect(isAgreed(null, BOTH)).toBe(false);
  });

  it('lasts ninety days at most, and says so two weeks before its end', () => {
    expect(isNearEnough(TODAY, TODAY)).toBe(false);
    expect(isNearEnough('2026-06-11', TODAY)).toBe(true);
    expect(isNearEnough('2026-09-08', TODAY)).toBe(true);
    expect(isNearEnough('2026-09-09', TODAY)).toBe(false);
    expect(endsSoon('active', '2026-06-24', TODAY)).toBe(true);
    expect(endsSoon('active', '2026-06-25', TODAY)).toBe(false);
    expect(endsSoon('lapsed', '2026-06-09', TODAY)).toBe(false);
  });

  it('says to each who is open about it', () => {
    expect(SIDES.map((side) => sharerFor('author', side))).toEqual(['me', 'partner', 'author']);
    expect(SIDES.map((side) => sharerFor('other', side))).toEqual(['partner', 'me', 'other']);
    expect(SIDES.map((side) => sharerFor('both', side))).toEqual(['both', 'both', 'both']);
  });
});
