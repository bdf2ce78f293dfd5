import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { NoteDto, NoteLineDto } from '../../../../api/types.gen';
import { query, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { problemOf } from '../../../core/problems';
import type { NoteKind } from '../note-text';
import type { Whose } from '../whose';
import { OwnRecords } from './own-records';

interface RecordTab {
  key: string;
  /** Colour of the record: the couple's, one partner's, or the writer's own. */
  ground: 'us' | 'a' | 'b' | 'own';
  name: string;
  readers: string;
  kind: NoteKind;
  clientId: string | null;
  /** The note in it on this session: the one that is open, else the writer's draft, else the newest. */
  note: NoteLineDto | null;
  isOpen: boolean;
}

/**
 * The records that a joint session is written into, each a tab with its colour and with who reads it: the joint one, each
 * partner's own, and the writer's private notes. What is not begun yet begins with its tab.
 */
@Component({
  selector: 'kept-session-records',
  imports: [RouterLink],
  templateUrl: './session-records.html',
})
export class SessionRecords {
  readonly note = input.required<NoteDto>();
  readonly whose = input.required<Whose>();
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly records = inject(OwnRecords);
  private readonly begunBefore = untracked(this.records.begun);
  private readonly lines = read<{ items: NoteLineDto[] }>(
    () => '/notes' + query({ sessionId: this.note().sessionId, mistakes: 'hidden', limit: 100 }),
  );
  protected readonly failure = signal('');
  protected readonly beginning = signal(false);
  protected readonly mayWrite = this.login.can('notes:write');
  protected readonly tabs = computed<RecordTab[]>(() => {
    const partners = this.whose().partners();
    const names = partners.map(({ name }) => name);
    const own = partners.map(({ clientId, name, order }) =>
      this.tab({
        ...{ key: clientId, ground: order, kind: 'progress' as const, clientId },
        name: $localize`${name}:name:’s own record`,
        readers: $localize`Care team only. Never in a release to ${names.find((other) => other !== name) ?? ''}:other:.`,
      }),
    );
    const joint = {
      ...{ key: 'us', ground: 'us' as const, kind: 'progress' as const, clientId: null },
      name: $localize`Joint record`,
      readers: $localize`Care team; leaves only when both sign. Nothing told alone.`,
    };
    const secret = {
      ...{ key: 'own', ground: 'own' as const, kind: 'psychotherapy' as const, clientId: null },
      name: $localize`My private note`,
      readers: $localize`Only you. Not in the record, not in releases.`,
    };
    return [this.tab(joint), ...own, this.tab(secret)].filter(({ note }) => note !== null || this.mayWrite);
  });

  constructor() {
    effect(() => {
      if (this.records.begun() > this.begunBefore) untracked(() => this.lines.reload());
    });
  }

  private tab(about: Omit<RecordTab, 'note' | 'isOpen'>): RecordTab {
    const { id } = this.note();
    const isPrivate = about.kind === 'psychotherapy';
    const within = (this.lines.value()?.items ?? []).filter(
      ({ kind, clientId }) => (kind === 'psychotherapy') === isPrivate && (isPrivate || clientId === about.clientId),
    );
    const open = this.note();
    const isOpen = (open.kind === 'psychotherapy') === isPrivate && (isPrivate || open.clientId === about.clientId);
    const me = this.login.me()?.id;
    const draft = within.find(({ status, authorId }) => status === 'draft' && authorId === me);
    return { ...about, isOpen, note: within.find((line) => line.id === id) ?? draft ?? within[0] ?? null };
  }

  protected async begin({ kind, clientId }: RecordTab): Promise<void> {
    const { sessionId } = this.note();
    if (this.beginning() || sessionId === null) return;
    this.beginning.set(true);
    this.failure.set('');
    try {
      await this.router.navigateByUrl(`/notes/${await this.records.draftOf(sessionId, clientId, kind)}`);
    } catch (thrown) {
      this.failure.set(problemOf(thrown).words.failed);
    } finally {
      this.beginning.set(false);
    }
  }
}
