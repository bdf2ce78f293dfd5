import { Component, computed, ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDto, SessionDto, SignOffDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { dayAfter, wallDay } from '../../core/wall-clock';
import { clock, shortWeekday } from '../../kit/clock';
import { Row, RowNav, type RowActs } from '../../kit/row-nav/row-nav';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { SIGN_OFF_KEYS } from '../keys/key-words';
import { tellKeys } from '../keys/keys-here';
import { CosignPanel } from '../note/cosign-panel';
import { noteReaders } from '../note/note-heading';
import { NoteKnown } from '../note/note-known';
import { isWritten, KINDS, partsOf } from '../note/note-text';
import { clockWords } from '../note/signing-clock';
import { StartNote } from '../note/start-note';

interface Page<T> {
  items: T[];
  next: string | null;
}

/** What waits for one's name, oldest first, each read before it is signed: there is no signing of several at once. */
@Component({
  selector: 'kept-sign-off',
  imports: [CosignPanel, NoteKnown, ProblemNotice, RouterLink, Row, RowNav, Skeleton],
  templateUrl: './sign-off.html',
  host: { '(document:keydown.control.enter)': 'signFromKey($event)' },
})
export class SignOff {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly drafts = inject(Drafts);
  private readonly starting = inject(StartNote);
  private readonly sheet = viewChild<ElementRef<HTMLElement>>('sheet');
  protected readonly queue = read<Page<SignOffDto>>(() => '/sign-off?limit=100');
  private readonly now = new Date().toISOString();
  private readonly coming = read<Page<SessionDto>>(
    () => '/sessions' + query({ from: this.now, therapistId: this.login.me()?.id, limit: 1 }),
  );

  protected readonly kinds = KINDS;
  protected readonly items = computed(() => this.queue.value()?.items ?? []);
  protected readonly more = computed(() => this.queue.value()?.next != null);
  protected readonly chosenId = linkedSignal<SignOffDto[], string | undefined>({
    source: this.items,
    computation: (items, before) =>
      items.some(({ id }) => id === before?.value)
        ? before?.value
        : (items[before ? this.place : 0] ?? items.at(-1))?.id,
  });
  /** Where the chosen one stood, so that the next one moves up into its place. */
  private place = 0;
  protected readonly chosen = computed(() => this.items().find(({ id }) => id === this.chosenId()));
  protected readonly number = computed(() => this.items().findIndex(({ id }) => id === this.chosenId()) + 1);
  protected readonly note = read<NoteDto>(() => {
    const id = this.chosen()?.noteId;
    return id ? `/notes/${id}` : undefined;
  });
  /** Why a note could not be signed or begun, by its row: there it stays until it can. */
  protected readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly failure = computed(() => this.refused().get(this.chosenId() ?? '') ?? '');
  protected readonly busy = signal(false);
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly parts = computed(() => {
    const note = this.note.value();
    return note ? partsOf(note).filter(isWritten) : [];
  });
  protected readonly readers = computed(() => {
    const note = this.note.value();
    return note ? noteReaders(note, this.chosen()?.who ?? '') : '';
  });
  /** The session that comes next, and of which day it is the first. */
  protected readonly next = computed(() => {
    const session = this.coming.value()?.items[0];
    if (!session) return '';
    const [zone, who] = [this.zone(), session.who ?? ''];
    const [day, today] = [wallDay(session.startsAt, zone), wallDay(this.now, zone)];
    const time = clock(session.startsAt, zone);
    if (day === today) return $localize`Next today: ${who}:who:, ${time}:time:.`;
    if (day === dayAfter(today, 1)) return $localize`First tomorrow: ${who}:who:, ${time}:time:.`;
    return $localize`Next: ${who}:who:, ${shortWeekday(session.startsAt, zone)}:day: ${time}:time:.`;
  });
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');

  constructor() {
    tellKeys(() => SIGN_OFF_KEYS);
  }

  protected choose(item: SignOffDto): void {
    this.place = this.items().indexOf(item);
    this.chosenId.set(item.id);
    this.bringUp();
  }

  /** On a narrow screen the sheet stands above the list, maybe out of sight. */
  private bringUp(): void {
    const sheet = this.sheet()?.nativeElement;
    const top = sheet?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight) sheet?.scrollIntoView();
  }

  /** `n`: to write in it; what waits for a co-signature is only read. */
  protected actsOf({ state, noteId, sessionId }: SignOffDto): RowActs {
    if (state === 'awaiting_cosign') return {};
    return { n: noteId ? `/notes/${noteId}` : `/notes/new?sessionId=${sessionId}` };
  }

  protected clockWords(item: SignOffDto): string {
    return clockWords(item, this.zone());
  }

  protected whatWords(item: SignOffDto): string {
    const at = $localize`${shortWeekday(item.happenedAt, this.zone())}:day: ${clock(item.happenedAt, this.zone())}:time:`;
    if (item.state === 'not_started') return $localize`No note yet · session ${at}:at:`;
    if (item.state === 'awaiting_cosign') return $localize`Signed by ${item.authorName}:name: · ${at}:at:`;
    if (item.state === 'returned') return $localize`Sent back to you · ${at}:at:`;
    return `${KINDS[item.kind]} · ${at}`;
  }

  protected signFromKey(event: Event): void {
    const { state } = this.chosen() ?? {};
    if (state !== 'draft' && state !== 'returned') return;
    event.preventDefault();
    void this.signAndNext();
  }

  protected async signAndNext(): Promise<void> {
    const note = this.note.value();
    if (!note || this.busy() || this.offline()) return;
    const id = this.chosenId() ?? '';
    this.busy.set(true);
    this.refuse(id, '');
    try {
      await this.api.post(`/notes/${note.id}/sign`, undefined, { ifMatch: note.version });
      this.drop();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.refuse(id, `${problem.words.failed} ${problem.words.next}`);
      if (problem.kind === 'stale') this.note.reload();
    } finally {
      this.busy.set(false);
    }
  }

  protected async startNote({ id, sessionId }: SignOffDto): Promise<void> {
    if (sessionId === null || this.offline()) return;
    this.refuse(id, '');
    try {
      await this.starting.forSession(sessionId);
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.refuse(id, `${failed} ${next}`);
    }
  }

  private refuse(id: string, why: string): void {
    this.refused.update(
      (all) => new Map([...[...all].filter(([one]) => one !== id), ...(why ? [[id, why] as const] : [])]),
    );
  }

  /** Done: the one after it comes up. */
  protected drop(): void {
    const [items, gone] = [this.items(), this.chosenId()];
    this.place = Math.max(0, this.number() - 1);
    const left = items.filter(({ id }) => id !== gone);
    this.queue.set({ items: left, next: this.queue.value()?.next ?? null });
    if (left.length === 0 && this.more()) this.queue.reload();
  }
}
