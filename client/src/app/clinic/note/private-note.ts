import { afterNextRender, Component, DestroyRef, ElementRef, inject, Injector, input, signal } from '@angular/core';
import type { NoteDto, NoteLineDto } from '../../../api/types.gen';
import { Api, query } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { problemOf } from '../../core/problems';
import { StatusLine } from '../../kit/status-line/status-line';
import { ForRecordHint } from './for-record';
import { SnippetArea } from './snippet-area';

/**
 * The writer's own note on this session: another record, in a drawer of its own ground, so that nobody mistakes it for
 * the note of the record above it. It is looked for when the drawer is opened and made when its first line is wanted.
 */
@Component({
  selector: 'kept-private-note',
  imports: [ForRecordHint, SnippetArea, StatusLine],
  templateUrl: './private-note.html',
})
export class PrivateNote {
  readonly about = input.required<NoteDto>();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly state = signal<'closed' | 'looking' | 'none' | 'open' | 'failed'>('closed');
  protected readonly draft = signal<Draft<string> | null>(null);
  protected readonly failure = signal('');

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  protected async look(open: boolean): Promise<void> {
    if (!open || this.draft() || this.state() === 'looking') return;
    await this.trying(async () => {
      const { clientId, coupleId, sessionId } = this.about();
      const whose = sessionId ? { sessionId } : { clientId, coupleId };
      const path = '/notes' + query({ ...whose, kind: 'psychotherapy', status: 'draft', limit: 1 });
      const [line] = (await this.api.get<{ items: NoteLineDto[] }>(path)).items;
      if (!line) return this.state.set('none');
      await this.write(await this.api.get<NoteDto>(`/notes/${line.id}`));
    });
  }

  protected async begin(): Promise<void> {
    await this.trying(async () => {
      const { clientId, coupleId, sessionId } = this.about();
      const body = {
        kind: 'psychotherapy',
        format: 'free',
        ...(sessionId ? { sessionId } : {}),
        ...(clientId ? { clientId } : {}),
        ...(coupleId ? { coupleId } : {}),
      };
      await this.write(await this.api.post<NoteDto>('/notes', body, { idempotencyKey: crypto.randomUUID() }));
      afterNextRender(() => this.element.querySelector('textarea')?.focus(), { injector: this.injector });
    });
  }

  private async write(note: NoteDto): Promise<void> {
    const source = {
      path: `/notes/${note.id}`,
      textOf: ({ sections }: NoteDto): string => sections['text'] ?? '',
      bodyOf: (text: string) => ({ sections: { text } }),
    };
    this.draft.set(await this.drafts.open<string, NoteDto>(source, note));
    this.state.set('open');
  }

  private async trying(act: () => Promise<void>): Promise<void> {
    this.state.set('looking');
    try {
      await act();
    } catch (thrown) {
      this.failure.set(problemOf(thrown).words.failed);
      this.state.set('failed');
    }
  }
}
