import { describe, expect, it } from '@jest/globals';
import { after, isOpen, STATUSES, type Act, type Status } from '../src/assignments/assignments.rules.js';

const ACTS: Act[] = ['save', 'submit', 'recall', 'accept', 'return', 'withdraw'];

describe('the life of an assignment', () => {
  it('allows these moves and no others', () => {
    const moves = STATUSES.flatMap((status) =>
      ACTS.flatMap((act) => {
        try {
          return [`${status} ${act} ${after(act, { status, openedAt: null })}`];
        } catch {
          return [];
        }
      }),
    );
    expect(moves).toEqual([
      'assigned save draft',
      'assigned withdraw withdrawn',
      'draft save draft',
      'draft submit submitted',
      'draft withdraw withdrawn',
      'submitted recall draft',
      'submitted accept reviewed',
      'submitted return returned',
      'returned save returned',
      'returned submit submitted',
      'returned withdraw withdrawn',
    ]);
  });

  it('says which rule was in the way', () => {
    expect(() => after('save', { status: 'reviewed', openedAt: null })).toThrow(
      expect.objectContaining({ code: 'invalid_transition' }),
    );
    expect(() => after('recall', { status: 'submitted', openedAt: new Date() })).toThrow(
      expect.objectContaining({ code: 'already_opened' }),
    );
  });

  it('is still open until it is sent or withdrawn', () => {
    expect(STATUSES.filter((status: Status) => isOpen(status))).toEqual(['assigned', 'draft', 'returned']);
  });
});
