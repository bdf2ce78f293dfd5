import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteLineDto } from '../../../../api/types.gen';
import { Api, query, read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { problemOf } from '../../../core/problems';
import { shortWeekday } from '../../../kit/clock';
import { Menu } from '../../../kit/menu/menu';
import { Row, RowNav } from '../../../kit/row-nav/row-nav';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { isLateEntry, noteTitle } from '../../note/note-heading';
import { KINDS, STARTED_KINDS, type NoteKind } from '../../note/note-text';
import { StartNote } from '../../note/start-note';
import { NoteHits } from '../../search/note-hits';
import { isWorthAsking } from '../../search/note-search';

interface Page {
  items: NoteLineDto[];
  next: string | null;
}

/**
 * The notes of a chart, newest first: a person's own with `clientId`, a couple's with `coupleId`. The joint record and
 * each partner's own stay apart, since what was said alone is not joint.
 */
@Component({
  selector: 'kept-client-notes',
  imports: [Menu, NoteHits, ProblemNotice, RouterLink, Row, RowNav, Skeleton],
  templateUrl: './client-notes.html',
})
export class ClientNotes {
  /** From the route: the person's id in `clients/:id/notes`, the couple's in `couples/:id/notes`. */
  readonly id = input.required<string>();
  readonly of = input<'client' | 'couple', 'client' | 'couple' | undefined>('client', {
    // A route that says nothing hands over undefined.
    transform: (of) => of ?? 'client',
  });
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly starting = inject(StartNote);
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  private readonly whose = computed(() => (this.of() === 'client' ? { clientId: this.id() } : { coupleId: this.id() }));
  /** Notes entered in error stay in the record; whoever reads may have them out of the way. */
  protected readonly hiding = signal(false);
  private readonly asked = computed(() => ({ ...this.whose(), ...(this.hiding() ? { mistakes: 'hidden' } : {}) }));
  protected readonly page = read<Page>(() => '/notes' + query(this.asked()));
  protected readonly maySearch = computed(() => this.login.can('notes:search'));
  protected readonly typed = signal('');
  protected readonly searched = computed(() => isWorthAsking(this.typed()));
  protected readonly failure = signal('');
  protected readonly loadingMore = signal(false);
  protected readonly mayWrite = computed(() => this.login.can('notes:write'));
  protected readonly kinds = STARTED_KINDS.filter((kind) => kind !== 'progress').map((key) => ({
    key,
    label: KINDS[key],
  }));
  protected readonly mayHide = computed(
    () => this.hiding() || (this.page.value()?.items ?? []).some(({ status }) => status === 'entered_in_error'),
  );
  protected readonly lines = computed(() =>
    (this.page.value()?.items ?? []).map((line) => ({
      ...line,
      day: shortWeekday(line.happenedAt, this.zone()),
      heading: noteTitle(line, this.zone()).replace(/, [^,]*$/, ''),
      late: isLateEntry(line, this.zone()) ? shortWeekday(line.createdAt, this.zone()) : null,
      by: line.signedAt
        ? $localize`${line.authorName}:name:, signed ${shortWeekday(line.signedAt, this.zone())}:day:`
        : $localize`${line.authorName}:name:, not signed`,
    })),
  );

  protected async more(): Promise<void> {
    const page = this.page.value();
    if (!page?.next || this.loadingMore()) return;
    this.loadingMore.set(true);
    try {
      const after = await this.api.get<Page>('/notes' + query({ ...this.asked(), cursor: page.next }));
      this.page.set({ items: [...page.items, ...after.items], next: after.next });
    } catch (thrown) {
      this.failure.set(problemOf(thrown).words.failed);
    } finally {
      this.loadingMore.set(false);
    }
  }

  protected write(kind: string): void {
    const about = { clientId: null, coupleId: null, ...this.whose() };
    this.starting
      .about(about, kind as NoteKind)
      .catch((thrown: unknown) => this.failure.set(problemOf(thrown).words.failed));
  }
}
