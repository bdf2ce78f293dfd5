import { afterNextRender, Component, DestroyRef, ElementRef, inject, Injector, input, signal } from '@angular/core';
import type { NoteDto, NoteLineDto } from '../../../api/types.gen';
import { Api, query } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { problemOf } from '../../core/problems';
import { StatusLine } from '../../kit/status-line/status-line';
import { ForRecordHint } from './for-record';
import { SnippetArea } from './snippet-area';
import { PolicyLine } from '../couple/secrets/policy-line';
import { OwnRecords } from './split/own-records';
import { marked, type Passage } from './split/passage.rules';

/**
 * The writer's own note on this session: another record, in a drawer of its own ground, so that nobody mistakes it for
 * the note of the record above it. It is looked for when the drawer is opened and made when its first line is wanted.
 */
@Component({
  selector: 'kept-private-note',
  imports: [ForRecordHint, PolicyLine, SnippetArea, StatusLine],
  templateUrl: './private-note.html',
})
export class PrivateNote {
  readonly about = input.required<NoteDto>();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly records = inject(OwnRecords);
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
      const path = '/notes' + query({ besideId: this.about().id, kind: 'psychotherapy', status: 'draft', limit: 1 });
      const [line] = (await this.api.get<{ items: NoteLineDto[] }>(path)).items;
      if (!line) return this.state.set('none');
      await this.write(await this.api.get<NoteDto>(`/notes/${line.id}`));
    });
  }

  protected async begin(focused = true): Promise<void> {
    await this.trying(async () => {
      const id = await this.records.draftOf(this.about(), this.about().clientId, 'psychotherapy');
      await this.write(await this.api.get<NoteDto>(`/notes/${id}`));
      if (!focused) return;
      afterNextRender(() => this.element.querySelector('textarea')?.focus(), { injector: this.injector });
    });
  }

  /** Words that were moved out of the joint note, below what is there. True = the server has them. */
  async put(passage: Passage): Promise<boolean> {
    await this.look(true);
    if (!this.draft()) await this.begin(false);
    const drawer = this.element.querySelector('details');
    if (drawer) drawer.open = true;
    return this.rewrite((text) => [text, marked(passage.words)].filter((words) => words !== '').join('\n\n'));
  }

  /** Takes those words out again. False where they were changed since. */
  takeOut({ words }: Passage): Promise<boolean> {
    const block = marked(words);
    return this.rewrite((text) =>
      text.includes(block) ? text.replace(`\n\n${block}`, '').replace(block, '').replace(/^\n\n/u, '') : null,
    );
  }

  private async rewrite(to: (text: string) => string | null): Promise<boolean> {
    const draft = this.draft();
    const before = draft?.text() ?? '';
    const after = !draft || draft.conflict() ? null : to(before);
    if (!draft || after === null) return false;
    draft.change(after);
    if (await draft.flush()) return true;
    draft.change(before);
    return false;
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
