import {
  agreeing,
  assertReword,
  haveBothAgreed,
  isFixed,
  isInForce,
  movesOf,
  STATES,
  type Side,
  type State,
} from '../src/boundaries/boundaries.rules.js';
import type { PartnerRole } from '../src/couples/couples.rules.js';
import { isNearEnough } from '../src/commitments/days.rules.js';
import { dayAfter } from '../src/platform/days.js';
import { demandIn } from '../src/commitments/demands.rules.js';
import { isOnesPart, type Deed } from '../src/commitments/parts.rules.js';

const SIDES: Side[] = ['author', 'other', 'staff'];

describe('where a boundary can go', () => {
  // author · other · staff
  const table: [State, string, string, string][] = [
    ['draft', 'proposed retired', '', ''],
    ['proposed', 'discussing agreed retired', 'discussing agreed declined', ''],
    ['discussing', 'agreed retired', 'agreed declined', ''],
    ['agreed', 'active under_review', 'active under_review', 'under_review'],
    ['active', 'under_review', 'under_review', 'under_review'],
    ['under_review', 'renewed changed retired', 'renewed changed retired', ''],
    ['renewed', 'under_review', 'under_review', 'under_review'],
    ['changed', 'agreed retired', 'agreed declined retired', ''],
    ['retired', '', '', ''],
    ['declined', 'retired', '', ''],
  ];
  // A limit on one's own body, contact or safety.
  const fixed: [State, string, string, string][] = [
    ['draft', 'proposed retired', '', ''],
    ['proposed', 'active discussing agreed retired', 'discussing agreed', ''],
    ['discussing', 'active agreed retired', 'agreed', ''],
    ['agreed', 'active under_review', 'active', 'under_review'],
    ['active', 'under_review', '', 'under_review'],
    ['under_review', 'renewed changed retired', '', ''],
    ['renewed', 'under_review', '', 'under_review'],
    ['changed', 'active agreed retired', 'agreed', ''],
    ['retired', '', '', ''],
    ['declined', 'retired', '', ''],
  ];

  it('is said by these tables for every state', () => {
    for (const each of [table, fixed]) expect(each.map(([state]) => state)).toEqual([...STATES]);
  });

  it.each(table)('%s: its author %s; the other %s; staff %s', (state, ...wanted) => {
    SIDES.forEach((side, i) => expect([side, movesOf(state, side, false).sort()]).toEqual([side, list(wanted[i]!)]));
  });

  it.each(fixed)('fixed, %s: its author %s; the other %s; staff %s', (state, ...wanted) => {
    SIDES.forEach((side, i) => expect([side, movesOf(state, side, true).sort()]).toEqual([side, list(wanted[i]!)]));
  });

  const list = (words: string): string[] => words.split(' ').filter(Boolean).sort();
});

describe('agreement', () => {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 1, 10, minute));

  it('is each one’s own act to the same words, since both were last asked', () => {
    const acts = [
      { textId: 'first', by: 'maya', at: at(1) },
      { textId: 'second', by: 'tom', at: at(5) },
      { textId: 'second', by: 'tom', at: at(6) },
    ];
    expect(agreeing(acts, 'first', at(0))).toEqual(['maya']);
    expect(agreeing(acts, 'second', at(5))).toEqual(['tom']);
    // a review asks both anew
    expect(agreeing(acts, 'second', at(7))).toEqual([]);
    expect(agreeing(acts, null, null)).toEqual([]);
  });

  it('takes two', () => {
    expect(haveBothAgreed(['maya'], ['maya', 'tom'])).toBe(false);
    expect(haveBothAgreed(['maya', 'tom'], ['maya', 'tom'])).toBe(true);
    expect(haveBothAgreed(['maya', 'someone'], ['maya', 'tom'])).toBe(false);
    // one partner left: nobody agrees with herself
    expect(haveBothAgreed(['maya'], ['maya'])).toBe(false);
  });

  it('is not needed for a limit on one’s own body, contact or safety, and only there', () => {
    const own = { kind: 'limit', negotiable: false, area: 'intimacy' } as const;
    expect(isFixed(own)).toBe(true);
    expect(isFixed({ ...own, area: 'conflict' })).toBe(true);
    expect(isFixed({ ...own, negotiable: true })).toBe(false);
    expect(isFixed({ ...own, kind: 'request' })).toBe(false);
    expect(isFixed({ ...own, kind: 'condition' })).toBe(false);
    for (const area of ['third-party', 'money', 'whereabouts', 'family', 'work-travel'])
      expect([area, isFixed({ ...own, area })]).toEqual([area, false]);
  });

  it('is to words that can be changed while they are talked about, by either, unless they are not open to it', () => {
    for (const state of STATES)
      for (const side of SIDES)
        for (const negotiable of [true, false]) {
          const can = ['proposed', 'discussing', 'changed'].includes(state) && side !== 'staff';
          const code = !can ? 'invalid_transition' : side === 'other' && !negotiable ? 'not_negotiable' : null;
          let found: string | null = null;
          try {
            assertReword(state, side, negotiable);
          } catch (error) {
            found = (error as { code: string }).code;
          }
          expect([state, side, negotiable, found]).toEqual([state, side, negotiable, code]);
        }
  });
});

describe('the day it is looked at again', () => {
  it('is after today, and ninety days away at most', () => {
    expect(isNearEnough('2026-06-01', '2026-06-01')).toBe(false);
    expect(isNearEnough('2026-06-02', '2026-06-01')).toBe(true);
    expect(isNearEnough('2026-08-30', '2026-06-01')).toBe(true);
    expect(isNearEnough('2026-08-31', '2026-06-01')).toBe(false);
    expect(dayAfter('2026-03-28', 28)).toBe('2026-04-25');
  });

  it('does not stop it being in force', () => {
    expect(STATES.filter(isInForce)).toEqual(['active', 'under_review', 'renewed']);
  });
});

describe('whose part it is', () => {
  // injured, involved, both, unspecified
  const table: [Deed, string][] = [
    ['limit', 'yes yes yes yes'],
    ['request', 'yes yes yes yes'],
    ['condition', 'yes no yes yes'],
    ['answer', 'yes yes yes yes'],
    ['mark', 'yes yes yes yes'],
    ['promise', 'no yes yes yes'],
    ['confirm', 'yes no yes yes'],
  ];
  const roles: PartnerRole[] = ['injured', 'involved', 'both', 'unspecified'];
  it.each(table)('%s: %s', (deed, wanted) => {
    expect(roles.map((role) => (isOnesPart(role, deed) ? 'yes' : 'no')).join(' ')).toBe(wanted);
  });
});

describe('texts that are not held here', () => {
  it.each([
    ['tracks_location', 'You share your live location with me at all times.'],
    ['tracks_location', 'Location sharing stays on.'],
    ['tracks_location', 'You send me your location whenever you go out.'],
    ['tracks_location', 'I put an AirTag in your car.'],
    ['tracks_location', 'Do not turn off location sharing.'],
    ['tracks_location', 'I can track your phone.'],
    ['tracks_location', 'I want to know where you are at all times.'],
    ['tracks_location', 'I will share my location with you all day.'],
    ['asks_for_password', 'You give me all your passwords.'],
    ['asks_for_password', 'I get the PIN of your phone.'],
    ['asks_for_password', 'We share our passwords.'],
    ['asks_for_password', 'I may go through your phone whenever I like.'],
    ['asks_for_password', 'Do not change your password without telling me.'],
    ['looks_like_password', 'My password is Hunter22!'],
    ['looks_like_location', 'I am at 52.520008, 13.404954 now.'],
    ['forbids_help', 'You do not see your friends.'],
    ['forbids_help', 'Never talk to your sister about us.'],
    ['forbids_help', 'You may not tell your therapist about the money.'],
    ['forbids_help', 'No contact with your family.'],
    ['forbids_help', 'Cut off your friends.'],
    ['forbids_help', "I don't want you to call your mother."],
    ['forbids_help', 'You ask me before you meet your brother, and need my permission to see friends.'],
    ['forbids_help', 'Don’t call the police again.'],
    ['controls_money', 'Your salary goes into my account.'],
    ['controls_money', 'You hand over your bank cards.'],
    ['controls_money', 'I keep all the money.'],
    ['controls_money', 'You need my permission to spend anything.'],
    ['controls_clothing', 'You do not wear short skirts.'],
    ['controls_clothing', 'No wearing make-up at work.'],
    ['controls_clothing', 'I decide what you wear.'],
  ])('%s: %s', (code, text) => {
    expect(demandIn(text)?.code).toBe(code);
    expect(demandIn(`Something kind first. ${text}`)?.code).toBe(code);
    expect(demandIn(text)!.message).toMatch(/please|what is it/iu);
  });

  it.each([
    'Tell me before you see J. at work.',
    'No contact with J. outside of work, and tell me the same day if it happens.',
    'I sleep in my own room until June.',
    'No talk about the affair after ten at night.',
    'I will not ask for your passwords.',
    'No tracking, no location sharing, no checking of phones.',
    'Please do not track my phone.',
    'You do not read my diary.',
    'We look at the bank statements together on the first Sunday.',
    'We talk before either of us spends more than 200.',
    'No secret accounts, and no new cards without a word the same week.',
    'You do not drink when the children are with us.',
    'I leave the room when there is shouting, and come back after half an hour.',
    'I do not call your mother after nine.',
    'I keep seeing my friends on Thursdays.',
    'You wear your wedding ring at work.',
    'I see my own doctor, alone.',
    'Home by 18:30 on Tuesday.',
    'I tell you before I book a trip for work.',
    'I call my sister when it is too much.',
    'Let us get back on track with the evening talk.',
    'We meet in a public place.',
    'You say what it is about before you want to see my phone.',
    'If it happens: I stay at my sister’s that night.',
    'No new friends of hers on your feed.',
  ])('may be said: %s', (text) => {
    expect([text, demandIn(text)?.code ?? null]).toEqual([text, null]);
  });
});
