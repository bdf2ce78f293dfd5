import { describe, expect, it } from '@jest/globals';
import {
  dueAt,
  isLate,
  mayDo,
  nextAt,
  ownerOf,
  RISK_ACTS,
  severityOf,
  STATES,
  stepAt,
  toldTo,
  type Candidate,
  type RiskReach,
  type RiskStatus,
  type ScreenerFacts,
  type Standing,
  type Telling,
} from '../src/risk/risk.rules.js';

const at = (hours: number): Date => new Date(Date.parse('2026-10-14T09:00:00Z') + hours * 3_600_000);
const STATUSES: RiskStatus[] = ['open', 'taken', 'closed'];
const REACHES: RiskReach[] = ['owner', 'supervisors', 'admins'];
const STANDINGS: Standing[] = ['care', 'supervisor', 'admin', 'self', 'nobody'];

/** All that is allowed, written out: everything else is not. */
const ALLOWED: Record<Standing, string[]> = {
  care: ['take open', 'close open', 'close taken', 'reassign open', 'reassign taken', 'add open', 'add taken'],
  supervisor: ['take open', 'close open', 'close taken', 'reassign open', 'reassign taken'],
  admin: ['reassign open', 'reassign taken'],
  self: ['add open', 'add taken'],
  nobody: [],
};
/** From which reach on somebody acts at all. */
const FROM: Partial<Record<Standing, RiskReach[]>> = { supervisor: ['supervisors', 'admins'], admin: ['admins'] };

const EVERY = STANDINGS.flatMap((standing) =>
  RISK_ACTS.flatMap((act) => STATUSES.flatMap((status) => REACHES.map((reach) => ({ standing, act, status, reach })))),
);

describe('who does what with an alert', () => {
  it.each(EVERY)('$standing, $act, while $status and known to $reach', ({ standing, act, status, reach }) => {
    const isMeant = ALLOWED[standing].includes(`${act} ${status}`) && (FROM[standing] ?? REACHES).includes(reach);
    expect(mayDo(standing, act, status, reach)).toBe(isMeant);
  });

  it('is closed for good, and waits anew when it is added to or handed over', () => {
    expect(STATES.closed).toEqual({});
    expect([STATES.taken.add, STATES.taken.reassign, STATES.taken.close]).toEqual(['open', 'open', 'closed']);
    expect(STATES.open.take).toBe('taken');
    expect(STATES.taken.take).toBeUndefined();
  });
});

describe('how grave it is, by facts alone', () => {
  const scale = (...items: string[]) => severityOf({ responseId: 'r', instrument: 'phq-9', items }, at(0));
  const old = (days: number, ...items: string[]) =>
    severityOf({ responseId: 'r', instrument: 'phq-9', items, answeredAt: at(-24 * days).toISOString() }, at(0));
  const screened = (level: ScreenerFacts['level']) => severityOf({ screeningId: 's', instrument: 'asq', level }, at(0));
  it.each([
    ['one risk answer', scale('item-9'), 'raised'],
    ['two', scale('item-2', 'item-6'), 'high'],
    ['the question about this very moment', scale('acuity'), 'urgent'],
    ['two, answered a week ago', old(7, 'item-2', 'item-6'), 'high'],
    ['two, answered longer ago than the scale looks back', old(15, 'item-2', 'item-6'), 'raised'],
    ['this very moment, as it was last year', old(365, 'acuity'), 'raised'],
    ['a screener that comes to a little', screened('low'), 'raised'],
    ['to more', screened('moderate'), 'high'],
    ['to much', screened('high'), 'urgent'],
    ['to danger now', screened('imminent'), 'urgent'],
    ['a clinician, danger now', severityOf({ danger: 'now', note: 'x' }, at(0)), 'urgent'],
    ['a clinician, danger soon', severityOf({ danger: 'soon', note: 'x' }, at(0)), 'high'],
    ['a clinician, to be looked at', severityOf({ danger: 'unclear', note: 'x' }, at(0)), 'raised'],
  ])('%s', (_, found, meant) => expect(found).toBe(meant));
});

describe('by when it is to be taken', () => {
  it.each([
    ['raised' as const, 24, 4, 24],
    ['high' as const, 24, 4, 24],
    ['urgent' as const, 24, 4, 4],
    ['urgent' as const, 2, 4, 2],
    ['raised' as const, 1, 24, 1],
  ])('%s, where the clinic says %i and %i hours: after %i', (severity, dueHours, urgentHours, hours) => {
    expect(dueAt(severity, { dueHours, urgentHours }, at(0))).toEqual(at(hours));
  });

  it('is late from that moment on, and only while nobody took it', () => {
    expect([isLate('open', at(1), at(0.999)), isLate('open', at(1), at(1))]).toEqual([false, true]);
    expect([isLate('taken', at(1), at(9)), isLate('closed', at(1), at(9))]).toEqual([false, false]);
  });
});

describe('whose it is', () => {
  const one = (staffId: string, as: Candidate['as'], since = 0): Candidate => ({ staffId, as, since: at(since) });
  it.each([
    ['the lead therapist', [one('a', 'own'), one('l', 'lead', 9), one('k', 'admin')], 'l'],
    ['who treats her longest', [one('b', 'own', 5), one('a', 'own', 2), one('c', 'couple')], 'a'],
    ['who treats the couple', [one('k', 'admin'), one('c', 'couple', 5)], 'c'],
    ['the admin who has been here longest', [one('k', 'admin', 5), one('m', 'admin', 1)], 'm'],
  ])('%s', (_, candidates, meant) => expect(ownerOf(candidates)?.staffId).toBe(meant));

  it('is nobody’s where there is nobody', () => expect(ownerOf([])).toBeNull());
});

describe('who is told while nobody takes it', () => {
  const fresh: Telling = { reach: 'owner', reminded: false, askedAt: at(0), dueAt: at(24), toldAt: at(0) };

  it('is the owner at half the time, then supervisors when it is over, then admins, and these every day', () => {
    const told: [number, string][] = [];
    let telling = fresh;
    for (let hour = 0; hour <= 110; hour++) {
      const step = stepAt(telling, at(hour));
      if (!step) continue;
      told.push([hour, step]);
      telling = toldTo(telling, step, at(hour));
      expect(nextAt(telling) > at(hour)).toBe(true);
    }
    expect(told).toEqual([
      [12, 'owner'],
      [24, 'supervisors'],
      [48, 'admins'],
      [72, 'admins'],
      [96, 'admins'],
    ]);
  });

  it('goes on to supervisors at once where a reminder comes too late', () => {
    expect(stepAt(fresh, at(24))).toBe('supervisors');
    expect(stepAt(fresh, at(23.9))).toBe('owner');
    expect(stepAt(fresh, at(11.9))).toBeNull();
  });
});
