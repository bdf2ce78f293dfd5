import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { query } from './api';
import { backoff } from './draft.rules';
import { faceOf } from './login';
import { problemOf } from './problems';
import { faceOfAddress } from './theme';
import { modeFor } from './theme.rules';

describe('light and dark', () => {
  it('follows the device, opens the portal dark at night, and obeys whoever pinned one', () => {
    expect(modeFor('system', 'clinic', 23, false)).toBe('light');
    expect(modeFor('system', 'portal', 19, false)).toBe('light');
    expect(modeFor('system', 'portal', 20, false)).toBe('dark');
    expect(modeFor('system', 'portal', 6, false)).toBe('dark');
    expect(modeFor('system', 'portal', 7, false)).toBe('light');
    expect(modeFor('system', 'portal', 12, true)).toBe('dark');
    expect(modeFor('light', 'portal', 23, true)).toBe('light');
  });
});

describe('faces', () => {
  it('sends clients to their space, admins without clients to the board, everyone else to the desk', () => {
    expect(faceOf(['client'])).toBe('portal');
    expect(faceOf(['admin'])).toBe('admin');
    expect(faceOf(['admin', 'therapist'])).toBe('clinic');
    expect(faceOf(['supervisor'])).toBe('clinic');
  });

  it('tells the face from the address before anyone is known', () => {
    expect(faceOfAddress('/me/work/1')).toBe('portal');
    expect(faceOfAddress('/messages')).toBe('clinic');
    expect(faceOfAddress('/admin')).toBe('admin');
    expect(faceOfAddress('/invitation')).toBe('portal');
  });
});

describe('problems', () => {
  const answer = (status: number, error: unknown, headers: Record<string, string> = {}): HttpErrorResponse =>
    new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) });

  it('reads a problem document, also when it arrives as text', () => {
    const body = { code: 'invalid', requestId: 'r1', errors: [{ path: 'dueOn', code: 'past', message: 'Too early' }] };
    for (const error of [body, JSON.stringify(body)]) {
      const problem = problemOf(answer(400, error));
      expect(problem).toMatchObject({ status: 400, code: 'invalid', kind: 'invalid', requestId: 'r1' });
      expect(problem.errors).toEqual(body.errors);
    }
  });

  it('tells no connection, no answer in time and a busy server apart', () => {
    expect(problemOf(answer(0, new TypeError('Failed to fetch'))).kind).toBe('offline');
    expect(problemOf(answer(0, new DOMException('signal timed out', 'TimeoutError'))).kind).toBe('slow');
    expect(problemOf(answer(503, '<html>', { 'retry-after': '7' }))).toMatchObject({ kind: 'busy', retryAfter: 7 });
  });

  it('says nothing different about what is missing and what is not yours', () => {
    expect(problemOf(answer(404, {})).words.failed).toBe("We can't show this.");
  });
});

describe('small rules', () => {
  it('waits 2 s, then twice as long each time, at most a minute', () => {
    expect([1, 2, 3, 5, 6, 40].map(backoff)).toEqual([2_000, 4_000, 8_000, 32_000, 60_000, 60_000]);
  });

  it('leaves unset values out of a query', () => {
    expect(query({ q: 'a b', status: undefined, cursor: null, limit: 5, all: '' })).toBe('?q=a+b&limit=5');
    expect(query({ q: '' })).toBe('');
  });
});
