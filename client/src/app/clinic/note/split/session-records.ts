import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { NoteDto, NoteLineDto } from '../../../../api/types.gen';
import { query, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { problemOf } from '../../../core/problems';
import type { NoteKind } from '../note-text';
import type { Whose } from '../whose';
import { OwnRecords } from './own-records';
import { isIn, noteIn } from './records.rules';

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
 * The records that two people's work is written into, each a tab with its colour and with who reads it: the joint one, each
 * partner's own, and the writer's private notes. What is not begun yet begins with its tab. What was written of one
 * partner alone, without a session and without a joint note beside it, stands by itself.
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
  private readonly changesBefore = untracked(this.records.changes);
  private readonly page = read<{ items: NoteLineDto[] }>(
    () => '/notes' + query({ besideId: this.note().id, mistakes: 'hidden', limit: 100 }),
  );
  private readonly lines = computed(() => this.page.value()?.items ?? []);
  protected readonly heading = computed(() =>
    this.note().sessionId === null ? $localize`Records of this note` : $localize`Records of this session`,
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

  protected readonly standsAlone = computed(
    () =>
      this.note().sessionId === null &&
      this.tabs().every(({ key, note, isOpen }) => key !== 'us' || (!note && !isOpen)),
  );

  constructor() {
    effect(() => {
      if (this.records.changes() > this.changesBefore) untracked(() => this.page.reload());
    });
  }

  private tab(about: Omit<RecordTab, 'note' | 'isOpen'>): RecordTab {
    const open = this.note();
    const record = { isPrivate: about.kind === 'psychotherapy', clientId: about.clientId };
    const note = noteIn(this.lines(), record, { openId: open.id, readerId: this.login.me()?.id });
    return { ...about, isOpen: isIn(open, record), note };
  }

  protected async begin({ kind, clientId }: RecordTab): Promise<void> {
    if (this.beginning()) return;
    this.beginning.set(true);
    this.failure.set('');
    try {
      await this.router.navigateByUrl(`/notes/${await this.records.draftOf(this.note(), clientId, kind)}`);
    } catch (thrown) {
      this.failure.set(problemOf(thrown).words.failed);
    } finally {
      this.beginning.set(false);
    }
  }
}
