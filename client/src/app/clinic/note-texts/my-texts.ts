import { Component, computed, inject, signal } from '@angular/core';
import { afterNextRender, ElementRef, Injector } from '@angular/core';
import type { NoteTextDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { formatLabel } from '../note/note-text';
import { TextForm } from './text-form';

type Kind = NoteTextDto['kind'];
/** What is open: one of one's texts by its id, or a new one of a kind. */
type Open = { id: string } | { kind: Kind };

/** A clinician's own words to begin from, all on one page: templates of notes and snippets. */
@Component({
  selector: 'kept-my-texts',
  imports: [ProblemNotice, Skeleton, TextForm],
  templateUrl: './my-texts.html',
})
export class MyTexts {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly page = read<{ items: NoteTextDto[] }>(() => '/note-texts');
  protected readonly open = signal<Open | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly parts = computed(() => {
    const items = this.page.value()?.items ?? [];
    const of = (kind: Kind): NoteTextDto[] => items.filter((one) => one.kind === kind);
    return [
      {
        kind: 'template' as const,
        heading: $localize`Templates`,
        hint: $localize`Choose one above a note, under Template. It fills what is still empty.`,
        add: $localize`New template`,
        none: $localize`No templates yet.`,
        texts: of('template'),
      },
      {
        kind: 'snippet' as const,
        heading: $localize`Snippets`,
        hint: $localize`Type ; and the word in a note, and choose with the arrows and Enter.`,
        add: $localize`New snippet`,
        none: $localize`No snippets yet.`,
        texts: of('snippet'),
      },
    ];
  });

  protected isOpen(one: { id: string } | { kind: Kind }): boolean {
    const open = this.open();
    if (!open) return false;
    return 'id' in one ? 'id' in open && open.id === one.id : 'kind' in open && open.kind === one.kind;
  }

  protected show(what: Open): void {
    this.problem.set(null);
    this.open.set(what);
    afterNextRender(() => this.element.querySelector<HTMLElement>('form input, form textarea')?.focus(), {
      injector: this.injector,
    });
  }

  protected saved(): void {
    this.open.set(null);
    this.page.reload();
    this.toasts.say($localize`Saved.`);
  }

  protected async remove({ id }: NoteTextDto): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.post(`/note-texts/${id}/remove`, undefined);
      this.page.reload();
      this.toasts.say($localize`Removed. Notes that began from it keep their words.`);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }

  protected nameOf({ kind, name }: NoteTextDto): string {
    return kind === 'snippet' ? `;${name}` : name;
  }

  protected about({ kind, format, sections, shared, isMine, ownerName }: NoteTextDto): string {
    if (kind === 'snippet') return sections['text'] ?? '';
    const whose = isMine ? (shared ? $localize`shared with colleagues` : $localize`only you`) : ownerName;
    return `${formatLabel(format)}, ${whose}`;
  }
}
