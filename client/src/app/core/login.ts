import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { tap } from 'rxjs';
import type { MeDto } from '../../api/types.gen';
import { tellTimeIn } from '../kit/clock';
import { Api } from './api';
import { deviceSeal, dropDeviceCopy } from './device-copy';
import { problemOf } from './problems';

export type Face = 'clinic' | 'admin' | 'portal';

/** Whoever is signed in. `idleExpiresAt` moves with every request, `expiresAt` does not. */
export type Me = MeDto;
export type Role = Me['roles'][number];

export type LoginAnswer = { status: 'signed_in'; me: Me } | { status: 'second_factor_required'; methods: string[] };

/**
 * `unknown` until the server has been asked; `expired` = was signed in on this page and is no longer:
 * the page stays as it is under a question for the password.
 */
export type LoginState = 'unknown' | 'signed-out' | 'signed-in' | 'expired';

type Notice = { kind: 'signed-out' } | { kind: 'signed-in'; id: string } | { kind: 'flush' };

/** Milliseconds before the end at which we ask "Stay signed in?". WCAG 2.2.1 wants at least 20 s. */
const WARNING = 120_000;

@Service()
export class Login {
  private readonly api = inject(Api);
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('kept-login') : null;
  private readonly current = signal<Me | null>(null);
  private readonly ends = signal<{ idle: number; absolute: number } | null>(null);
  private idleSpan = 0;
  private clock: ReturnType<typeof setTimeout> | undefined;
  private asked: Promise<Me | null> | undefined;
  private readonly leaving: ((lose: boolean) => Promise<boolean>)[] = [];
  private readonly flushing: (() => void)[] = [];
  private readonly resuming: (() => void)[] = [];

  readonly state = signal<LoginState>('unknown');
  /** Set while signed in and while expired, so that a page under the password question keeps its head. */
  readonly me = this.current.asReadonly();
  readonly face = computed<Face>(() => faceOf(this.current()?.roles ?? []));
  /** Epoch milliseconds of the end while the warning is due, else null. `final` = it cannot be put off. */
  readonly endsSoon = signal<{ at: number; final: boolean } | null>(null);

  constructor() {
    this.channel?.addEventListener('message', (event: MessageEvent<Notice>) => this.hear(event.data));
    // Timers sleep with the machine: on waking, look at the clock before anything is read off the screen.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.watch());
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.clock);
      this.channel?.close();
    });
  }

  /** Who is signed in, asking the server once. Rejects only when there was no answer at all. */
  ready(): Promise<Me | null> {
    if (this.state() !== 'unknown') return Promise.resolve(this.current());
    this.asked ??= this.askIfAny().finally(() => (this.asked = undefined));
    return this.asked;
  }

  can(permission: string): boolean {
    return this.current()?.permissions.includes(permission) ?? false;
  }

  hasRole(...roles: Role[]): boolean {
    return this.current()?.roles.some((role) => roles.includes(role)) ?? false;
  }

  async signIn(email: string, password: string): Promise<LoginAnswer> {
    const answer = await this.api.post<LoginAnswer>('/auth/login', { email, password });
    if (answer.status === 'signed_in') this.enter(answer.me);
    return answer;
  }

  /** After the sign-in ended under an open page: the same person goes on. Someone else gets a page without traces. */
  async signInAgain(password: string): Promise<LoginAnswer> {
    const before = this.current();
    const answer = await this.api.post<LoginAnswer>('/auth/login', { email: before?.email ?? '', password });
    if (answer.status !== 'signed_in') return answer;
    if (before && answer.me.id !== before.id) location.replace('/');
    this.enter(answer.me);
    for (const resume of this.resuming) resume();
    return answer;
  }

  /** Where an answer that signs in comes from another route (an accepted invitation). */
  enter(me: Me): void {
    // What somebody else kept on this device is not for whoever signs in now.
    if (deviceSeal()?.owner !== me.id) dropDeviceCopy();
    this.current.set(me);
    tellTimeIn(me.clientId ? undefined : me.clinic.timeZone, me.clinic.timeZone);
    this.state.set('signed-in');
    this.idleSpan = Math.max(0, Date.parse(me.idleExpiresAt) - Date.now());
    this.ends.set({ idle: Date.parse(me.idleExpiresAt), absolute: Date.parse(me.expiresAt) });
    this.watch();
    this.channel?.postMessage({ kind: 'signed-in', id: me.id } satisfies Notice);
  }

  /**
   * Ends the sign-in here and in every other tab, and forgets everything. False = somebody still has unsent words and
   * `lose` was not given: nothing has happened.
   */
  async signOut(options: { lose?: boolean } = {}): Promise<boolean> {
    this.channel?.postMessage({ kind: 'flush' } satisfies Notice);
    const free = await Promise.all(this.leaving.map((leave) => leave(options.lose ?? false)));
    if (free.includes(false)) return false;
    // Also where there is no connection: whoever wanted to sign out leaves nothing behind that opens.
    dropDeviceCopy();
    await this.api.post('/auth/logout').catch((thrown: unknown) => {
      // Without a connection the cookie cannot be killed: say so instead of pretending. Already signed out is fine.
      if (problemOf(thrown).status !== 401) throw thrown;
    });
    this.channel?.postMessage({ kind: 'signed-out' } satisfies Notice);
    this.forget();
    return true;
  }

  /** Asks the server, which puts the idle end off. */
  async stay(): Promise<void> {
    this.endsSoon.set(null);
    await this.ask();
  }

  /** The server said 401, or the time is over. */
  expire(): void {
    if (this.state() !== 'signed-in') return;
    clearTimeout(this.clock);
    this.endsSoon.set(null);
    this.state.set('expired');
  }

  /** Every answer to a request of ours has put the idle end off. */
  touch(): void {
    const ends = this.ends();
    if (!ends || this.state() !== 'signed-in') return;
    this.ends.set({ ...ends, idle: Math.min(Date.now() + this.idleSpan, ends.absolute) });
    this.endsSoon.set(null);
    this.watch();
  }

  /** `leave` runs before signing out: sends what is unsent, or with `lose` erases it; false = unsent words remain. */
  beforeSignOut(leave: (lose: boolean) => Promise<boolean>): void {
    this.leaving.push(leave);
  }

  /** `flush` runs when another tab is about to sign out. */
  onFlush(flush: () => void): void {
    this.flushing.push(flush);
  }

  /** `resume` runs after the same person signed in again under an open page. */
  onResume(resume: () => void): void {
    this.resuming.push(resume);
  }

  /** A page load is the one wipe that surely leaves nothing in memory. */
  forget(): void {
    wipeTraces();
    location.replace('/sign-in');
  }

  /** A browser that never signed in does not ask who it is: the answer would be a refusal. */
  private async askIfAny(): Promise<Me | null> {
    if (!/(?:^|; )XSRF-TOKEN=/.test(document.cookie)) await this.api.get('/auth/token');
    if (!/(?:^|; )XSRF-TOKEN=nobody-/.test(document.cookie)) return this.ask();
    this.state.set('signed-out');
    return null;
  }

  private async ask(): Promise<Me | null> {
    try {
      const me = await this.api.get<Me>('/auth/me');
      this.enter(me);
      return me;
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.status !== 401) throw problem;
      if (this.state() === 'unknown') this.state.set('signed-out');
      else this.expire();
      return null;
    }
  }

  private watch(): void {
    clearTimeout(this.clock);
    const ends = this.ends();
    if (!ends || this.state() !== 'signed-in') return;
    const at = Math.min(ends.idle, ends.absolute);
    const left = at - Date.now();
    if (left <= 0) return this.expire();
    if (left <= WARNING) this.endsSoon.set({ at, final: ends.absolute <= ends.idle });
    this.clock = setTimeout(() => this.watch(), left > WARNING ? left - WARNING : left);
  }

  private hear(notice: Notice): void {
    if (notice.kind === 'flush') for (const flush of this.flushing) flush();
    if (notice.kind === 'signed-out' && this.current()) this.forget();
    if (notice.kind === 'signed-in') this.hearSignIn(notice.id);
  }

  private hearSignIn(id: string): void {
    const mine = this.current()?.id;
    if (mine !== undefined && mine !== id) return this.forget();
    if (this.state() !== 'expired') return;
    // Without an answer the question for the password simply stays.
    this.ask().then(
      (me) => me && this.resuming.forEach((resume) => resume()),
      () => undefined,
    );
  }
}

/** Where a person lands: clients in their space; admins without clients of their own at the board. */
export function faceOf(roles: readonly Role[]): Face {
  if (roles.includes('client')) return 'portal';
  if (roles.includes('therapist') || roles.includes('supervisor')) return 'clinic';
  return roles.includes('admin') ? 'admin' : 'clinic';
}

export function homeOf(face: Face): string {
  return { clinic: '/', admin: '/admin', portal: '/me' }[face];
}

/** Sees every API answer: success puts the idle end off, a 401 that nobody asked for ends the sign-in. */
export const watchLogin: HttpInterceptorFn = (request, next) => {
  const login = inject(Login);
  const asksWho = request.url.endsWith('/auth/me') || request.url.endsWith('/auth/login');
  return next(request).pipe(
    tap({
      next: (event) => event instanceof HttpResponse && !asksWho && login.touch(),
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && error.status === 401 && !asksWho) login.expire();
      },
    }),
  );
};

function wipeTraces(): void {
  sessionStorage.clear();
  dropDeviceCopy();
  history.replaceState(null, '', '/sign-in');
}
