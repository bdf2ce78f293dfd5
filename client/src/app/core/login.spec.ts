import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Api } from './api';
import { Login, watchLogin, type Me } from './login';

const NOW = new Date('2026-10-14T09:00:00Z');
const MINUTE = 60_000;

function me(idleMinutes: number, absoluteMinutes = 720): Me {
  return {
    id: 'anna',
    displayName: 'Dr Ellis',
    email: 'therapist@harbour.example',
    roles: ['therapist'],
    clinic: {
      id: 'c',
      name: 'Harbour Practice',
      timeZone: 'America/New_York',
      locale: 'en-US',
      phone: '',
      crisisText: '',
    },
    clientId: null,
    permissions: ['clients:read'],
    idleExpiresAt: new Date(Date.now() + idleMinutes * MINUTE).toISOString(),
    expiresAt: new Date(Date.now() + absoluteMinutes * MINUTE).toISOString(),
  };
}

describe('the sign-in', () => {
  let login: Login;
  let http: HttpTestingController;

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([watchLogin])), provideHttpClientTesting()],
    });
    login = TestBed.inject(Login);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('warns two minutes before the end, and asks for the password when it has come', () => {
    login.enter(me(15));
    vi.advanceTimersByTime(13 * MINUTE - 1);
    expect(login.endsSoon()).toBeNull();
    vi.advanceTimersByTime(1);
    expect(login.endsSoon()).toEqual({ at: NOW.getTime() + 15 * MINUTE, final: false });
    vi.advanceTimersByTime(2 * MINUTE);
    expect(login.state()).toBe('expired');
    expect(login.me()?.id).toBe('anna');
  });

  it('puts the idle end off with every answer, but never beyond the absolute end', async () => {
    login.enter(me(15, 20));
    vi.advanceTimersByTime(10 * MINUTE);
    const asked = TestBed.inject(Api).get('/clients');
    http.expectOne('/api/v1/clients').flush({});
    await asked;
    vi.advanceTimersByTime(8 * MINUTE);
    expect(login.endsSoon()).toEqual({ at: NOW.getTime() + 20 * MINUTE, final: true });
    vi.advanceTimersByTime(2 * MINUTE);
    expect(login.state()).toBe('expired');
  });

  it('ends under the page when any answer says so, and goes on after the password of the same person', async () => {
    const resumed = vi.fn();
    login.onResume(resumed);
    login.enter(me(15));
    const refused = TestBed.inject(Api).get('/clients');
    http.expectOne('/api/v1/clients').flush({ code: 'unauthenticated' }, { status: 401, statusText: '' });
    await expect(refused).rejects.toMatchObject({ kind: 'signed-out' });
    expect(login.state()).toBe('expired');
    const again = login.signInAgain('words');
    http.expectOne('/api/v1/auth/login').flush({ status: 'signed_in', me: me(15) });
    await again;
    expect(login.state()).toBe('signed-in');
    expect(resumed).toHaveBeenCalledOnce();
  });

  it('does not take a wrong password for an ended sign-in', async () => {
    const wrong = login.signIn('a@b.c', 'no');
    http.expectOne('/api/v1/auth/login').flush({ code: 'invalid_credentials' }, { status: 401, statusText: '' });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_credentials' });
    expect(login.state()).toBe('unknown');
  });

  it('fetches a fresh token once when the old one is refused', async () => {
    const sent = TestBed.inject(Api).post<{ ok: boolean }>('/clients', {});
    http.expectOne('/api/v1/clients').flush({ code: 'csrf' }, { status: 403, statusText: '' });
    await vi.advanceTimersByTimeAsync(0);
    http.expectOne('/api/v1/auth/token').flush(null, { status: 204, statusText: '' });
    await vi.advanceTimersByTimeAsync(0);
    http.expectOne('/api/v1/clients').flush({ ok: true });
    expect(await sent).toEqual({ ok: true });
  });

  it('stays signed in when somebody still has unsent words', async () => {
    login.enter(me(15));
    login.beforeSignOut((lose) => Promise.resolve(lose));
    expect(await login.signOut()).toBe(false);
    http.expectNone('/api/v1/auth/logout');
    expect(login.state()).toBe('signed-in');
  });
});
