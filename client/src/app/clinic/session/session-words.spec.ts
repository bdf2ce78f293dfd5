import type { SessionDto } from '../../../api/types.gen';
import { isNoteDue, outcomeWords } from './session-words';

const session = (more: Partial<SessionDto>): SessionDto => ({
  ...{ id: 's', version: 1, clientId: null, coupleId: 'c', who: 'Maya & Tom', therapistId: 't' },
  ...{ startsAt: '2026-10-14T10:00:00Z', endsAt: '2026-10-14T10:50:00Z', modality: 'video', status: 'planned' },
  ...{ attendeeIds: ['maya', 'tom'], attendedIds: null, lateIds: null, cancellation: null, seriesId: null },
  ...{ noteId: null, noteStatus: null, createdAt: '', updatedAt: '' },
  ...more,
});
const off = (by: 'client' | 'therapist', late: boolean): SessionDto =>
  session({ status: 'cancelled', cancellation: { by, byId: null, late, reason: 'other', at: '' } });

describe('what became of a session', () => {
  it('is told where it is not the usual', () => {
    const told = [
      session({}),
      session({ status: 'held', attendedIds: ['maya', 'tom'], lateIds: [] }),
      session({ status: 'held', attendedIds: ['maya', 'tom'], lateIds: ['tom'] }),
      session({ status: 'held', attendedIds: ['maya'], lateIds: [] }),
      session({ status: 'missed', attendedIds: [], lateIds: [] }),
    ];
    expect(told.map(outcomeWords)).toEqual(['', '', 'Came late', 'One of two came', 'Nobody came']);
  });

  it('says of a client’s calling off whether there was notice, of the therapist’s nothing more', () => {
    expect([off('client', true), off('client', false), off('therapist', false)].map(outcomeWords)).toEqual([
      ...['Cancelled late', 'Cancelled in time', 'Cancelled'],
    ]);
    expect(outcomeWords(session({ status: 'cancelled' }))).toBe('Cancelled');
  });
});

describe('the note', () => {
  it('is due from the moment it began, unless nobody came, it was called off, or there is one', () => {
    const start = Date.parse('2026-10-14T10:00:00Z');
    expect([isNoteDue(session({}), start - 1), isNoteDue(session({}), start)]).toEqual([false, true]);
    const none = [session({ noteId: 'n' }), session({ status: 'missed' }), off('client', true)];
    expect(none.map((each) => isNoteDue(each, start))).toEqual([false, false, false]);
  });
});
