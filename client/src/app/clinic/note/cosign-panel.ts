import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { NoteDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { problemOf } from '../../core/problems';
import { TextArea } from '../../kit/text-area/text-area';

/** A supervisor's answer to a note that waits for her: her name under it, or back to its author with a comment. */
@Component({
  selector: 'kept-cosign-panel',
  imports: [TextArea],
  templateUrl: './cosign-panel.html',
})
export class CosignPanel {
  readonly note = input.required<NoteDto>();
  readonly answered = output<NoteDto>();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  protected readonly returning = signal(false);
  protected readonly comment = signal('');
  protected readonly failure = signal('');
  protected readonly sending = signal(false);
  protected readonly offline = computed(() => !this.drafts.online());

  protected cosign(): Promise<void> {
    return this.send('cosign', {});
  }

  protected async giveBack(): Promise<void> {
    if (this.comment().trim()) await this.send('return', { comment: this.comment() });
  }

  private async send(act: 'cosign' | 'return', body: object): Promise<void> {
    if (this.sending() || this.offline()) return;
    this.sending.set(true);
    try {
      this.answered.emit(await this.api.post<NoteDto>(`/notes/${this.note().id}/${act}`, body));
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.failure.set(`${failed} ${next}`);
    } finally {
      this.sending.set(false);
    }
  }
}
