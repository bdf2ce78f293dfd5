import { computed, signal } from '@angular/core';
import { DraftCopy } from './draft-copy';
import { DraftLeftovers } from './draft-leftovers';
import type { DraftLink, ServerText } from './draft-link';
import { saveStateOf } from './draft-save-state';
import { freshDraft, isStopped, isUnsent, saveDueAt, step, type DraftEvent } from './draft.rules';
import { problemOf, type Problem } from './problems';
import { same } from './same';

export interface Conflict<T> {
  mine: T;
  theirs: T;
  /** `server` = saved from another tab, device or person; `here` = left unsent in this browser by a closed tab. */
  from: 'server' | 'here';
}

interface OtherText<T> {
  theirs: T;
  from: 'server' | 'here';
  /** Version to go on from once somebody chose. Until then the draft keeps its own: a crash must not decide. */
  version: number;
  savedAt?: string | null;
  /** Store entry that may go once somebody chose. */
  key?: string;
}

/** Milliseconds until changes are sealed in this browser, and until "Saving…" is worth saying. */
const KEEP_WITHIN = 300;
const SLOW = 400;

/** One text on its way to the server. Bind `text()` and `change()` to the fields, show `phase()` and `savedAt()`. */
export class Draft<T> {
  private readonly state;
  private readonly current;
  private readonly other = signal<OtherText<T> | null>(null);
  private readonly copy: DraftCopy<T>;
  private readonly leftovers: DraftLeftovers<T>;
  private sent: T[] = [];
  private attempt = 0;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting: (() => void)[] = [];

  readonly text;
  readonly phase;
  /** `If-Match` of an act that locks the text (sign, submit): `await draft.flush()` first. */
  readonly version;
  readonly savedAt;
  readonly unsent;
  /** For `<kept-status-line [state]="draft.saveState()" (retry)="draft.resume()" />`. */
  readonly saveState;
  readonly conflict;
  /** Text that came too late because the record was signed or sent meanwhile; fit for an addendum. */
  readonly tooLate;
  /** True when text of an earlier visit, that had not reached the server, was brought back on opening. */
  readonly restored = signal(false);
  /** Why the words of now are refused for what they are, until other words are taken. */
  readonly refused = signal<Problem | null>(null);
  /** True while the same draft is open for writing in another tab. */
  readonly elsewhere = signal(false);

  constructor(
    private readonly link: DraftLink<T>,
    server: ServerText<T>,
  ) {
    this.copy = new DraftCopy(link.store, link.key);
    this.leftovers = new DraftLeftovers(link.store, link.key);
    this.current = signal<T>(server.text);
    this.state = signal(freshDraft(server.version, server.savedAt ? Date.parse(server.savedAt) : null));
    this.text = this.current.asReadonly();
    this.phase = computed(() => this.state().phase);
    this.version = computed(() => this.state().version);
    this.savedAt = computed(() => {
      const at = this.state().savedAt;
      return at === null ? null : new Date(at);
    });
    this.unsent = computed(() => isUnsent(this.state()));
    this.conflict = computed<Conflict<T> | null>(() => {
      const other = this.other();
      return other && { mine: this.current(), theirs: other.theirs, from: other.from };
    });
    this.saveState = computed(() => saveStateOf(this.state(), this.other()?.savedAt));
    this.tooLate = computed<T | null>(() => (this.phase() === 'locked' ? this.current() : null));
  }

  /** Looks for what an earlier, closed tab could not send. */
  async recover(prefix: string, server: ServerText<T>): Promise<void> {
    await this.leftovers.find(prefix, server.text);
    const newest = this.leftovers.next();
    if (!newest || this.state().seq > 0) return;
    const { draft, key } = newest;
    this.sent = draft.sent;
    this.current.set(draft.text);
    this.restored.set(true);
    const ours = draft.baseVersion === server.version || draft.sent.some((text) => same(text, server.text));
    // Until somebody has chosen, a second crash must find the same question again.
    if (!ours) this.state.update((state) => ({ ...state, version: draft.baseVersion }));
    this.take({ type: 'changed', at: Date.now() });
    await this.keep();
    if (this.kept()) await this.leftovers.forget(key);
    if (!ours) this.clash({ theirs: server.text, from: 'server', version: server.version, savedAt: server.savedAt });
    else this.offerLeftover();
  }

  change(text: T): void {
    this.current.set(text);
    this.take({ type: 'changed', at: Date.now() });
    this.keepTimer ??= setTimeout(() => void this.keep(), KEEP_WITHIN);
  }

  /** Sends what is unsent now. True = the server has everything. */
  async flush(how: { keepalive?: boolean } = {}): Promise<boolean> {
    void this.keep();
    while (this.state().sending !== null && !how.keepalive) await this.settled();
    if (!isUnsent(this.state())) return true;
    if (this.state().sending !== null || isStopped(this.phase())) return false;
    await this.save(how.keepalive ?? false);
    return !isUnsent(this.state());
  }

  /** Online again, signed in again, or "Try again". */
  resume(): void {
    this.take({ type: 'resumed', at: Date.now() });
  }

  keepMine(): void {
    this.settle(this.current());
  }

  takeTheirs(): void {
    const other = this.other();
    if (other) this.settle(other.theirs);
  }

  /** Ends a conflict with this text, whichever of the two or both it holds. */
  settle(text: T): void {
    const other = this.other();
    if (!other) return;
    this.current.set(text);
    this.other.set(null);
    const unsent = other.from === 'here' || !same(text, other.theirs);
    this.take({ type: 'rebased', version: other.version, at: Date.now(), unsent });
    void this.settleStore(unsent, other.key);
  }

  /** Gives the text up: after it went into an addendum, or because nobody wants it. */
  async discard(): Promise<void> {
    this.stop();
    this.take({ type: 'rebased', version: this.state().version, at: Date.now(), unsent: false });
    await this.copy.erase();
  }

  /** Ends the timers. What is unsent stays sealed in this browser. */
  stop(): void {
    clearTimeout(this.saveTimer);
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    this.attempt++;
  }

  private take(event: DraftEvent): void {
    this.state.update((state) => step(state, event));
    clearTimeout(this.saveTimer);
    const due = saveDueAt(this.state());
    if (due !== null) this.saveTimer = setTimeout(() => void this.save(false), Math.max(0, due - Date.now()));
    if (this.state().sending === null) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private settled(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async save(keepalive: boolean): Promise<void> {
    const attempt = ++this.attempt;
    const text = this.current();
    this.take({ type: 'sent' });
    this.sent.push(text);
    // Not awaited: a page that is closing gets no second chance to send.
    void this.keep();
    const slow = setTimeout(() => this.take({ type: 'slow' }), SLOW);
    try {
      const answer = await this.link.save(text, this.state().version, { keepalive });
      // An answer to an attempt that was given up says nothing about the words of now.
      if (attempt !== this.attempt) return;
      this.sent = [];
      this.refused.set(null);
      const at = answer.savedAt ? Date.parse(answer.savedAt) : Date.now();
      this.take({ type: 'acknowledged', version: answer.version, at });
      await (isUnsent(this.state()) ? this.keep() : this.copy.erase());
    } catch (thrown) {
      if (attempt === this.attempt) await this.explain(thrown, text);
    } finally {
      clearTimeout(slow);
    }
  }

  private async explain(thrown: unknown, text: T): Promise<void> {
    await this.copy.settled();
    const problem = problemOf(thrown);
    const at = Date.now();
    switch (problem.kind) {
      case 'signed-out':
        return this.take({ type: 'signed-out' });
      case 'state':
        return this.take({ type: 'locked' });
      case 'stale':
        return this.compare(text);
      case 'offline':
        return this.take({ type: 'failed', why: 'offline', at });
      case 'slow':
      case 'busy':
      case 'failed':
        return this.take({ type: 'failed', why: 'busy', at, retryAfter: problem.retryAfter });
      default:
        // Refused for what it is (not too late, not too often): the same words would be refused again.
        this.sent = this.sent.filter((one) => one !== text);
        this.refused.set(problem);
        return this.take({ type: 'failed', why: 'refused', at });
    }
  }

  /** 412: somebody else's text, or our own save whose answer never came? */
  private async compare(text: T): Promise<void> {
    try {
      const server = await this.link.load();
      const ours = this.sent.some((sent) => same(sent, server.text));
      if (!ours) {
        this.sent = [];
        return this.clash({ theirs: server.text, from: 'server', version: server.version, savedAt: server.savedAt });
      }
      this.sent = [];
      const unsent = !same(this.current(), server.text);
      this.take({ type: 'rebased', version: server.version, at: Date.now(), unsent });
      if (!unsent) await this.copy.erase();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.kind === 'stale') return this.take({ type: 'failed', why: 'busy', at: Date.now() });
      await this.explain(problem, text);
    }
  }

  private clash(other: OtherText<T>): void {
    this.other.set(other);
    this.take({ type: 'conflicted' });
  }

  private async settleStore(unsent: boolean, key: string | undefined): Promise<void> {
    await (unsent ? this.keep() : this.copy.erase());
    if (key !== undefined && (!unsent || this.kept())) await this.leftovers.forget(key);
    this.offerLeftover();
  }

  /** One more closed tab had unsent text of its own: never thrown away unseen. */
  private offerLeftover(): void {
    const next = this.leftovers.next();
    if (!next) return;
    this.clash({ theirs: next.draft.text, from: 'here', version: this.state().version, key: next.key });
  }

  /** True when the words of now would survive a crash of this tab. */
  kept(): boolean {
    return this.state().keptSeq >= this.state().seq;
  }

  /** Seals the text in this browser, in the order of the changes. */
  private keep(): Promise<void> {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    const { seq, keptSeq } = this.state();
    if (!isUnsent(this.state())) return Promise.resolve();
    // Words whose fate is unknown are kept anew even if none was typed since.
    if (seq === keptSeq && this.sent.length === 0) return Promise.resolve();
    const entry = {
      text: this.current(),
      baseVersion: this.state().version,
      sent: [...this.sent],
      at: Date.now(),
    };
    return this.copy.put(entry, () => this.state.update((state) => step(state, { type: 'kept', seq })));
  }
}
