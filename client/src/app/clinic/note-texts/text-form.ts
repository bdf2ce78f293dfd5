import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { NoteTextDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { emptyText, reformat, templateFormats, textFieldsOf, type NoteFormat, type NoteText } from '../note/note-text';
import { rememberedFormat } from '../note/start-note';

/** One template or snippet, as its owner writes it. */
@Component({
  selector: 'kept-text-form',
  imports: [Checkbox, ProblemNotice, Select, TextArea, TextField],
  templateUrl: './text-form.html',
})
export class TextForm {
  readonly kind = input.required<NoteTextDto['kind']>();
  /** Nothing: a new one. */
  readonly text = input<NoteTextDto>();
  readonly saved = output();
  readonly cancelled = output();
  private readonly api = inject(Api);
  protected readonly formats = templateFormats;
  protected readonly name = linkedSignal(() => this.text()?.name ?? '');
  protected readonly shared = linkedSignal(() => this.text()?.shared ?? false);
  protected readonly words = linkedSignal<NoteText>(() => {
    const text = this.text();
    const format = text?.format ?? (this.kind() === 'snippet' ? 'free' : rememberedFormat());
    return { format, sections: { ...emptyText(format).sections, ...text?.sections } };
  });
  protected readonly listed = computed(() => textFieldsOf(this.words().format));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly fields = new FieldWords(
    {
      name: $localize`A template has a name; a snippet one word of its own, of letters and digits.`,
      sections: $localize`Write what it begins with.`,
    },
    'own-text',
  );

  protected write(key: string, words: string): void {
    this.words.update(({ format, sections }) => ({ format, sections: { ...sections, [key]: words } }));
  }

  protected changeFormat(format: string): void {
    this.words.update((text) => reformat(text, format as NoteFormat));
  }

  protected async save(): Promise<void> {
    const { format, sections } = this.words();
    const fits = this.fields.mark([
      this.name().trim() === '' ? 'name' : '',
      Object.values(sections).every((words) => words.trim() === '') ? 'sections' : '',
    ]);
    if (!fits || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    const body = { name: this.name().trim(), format, sections, shared: this.shared() };
    const text = this.text();
    try {
      if (text) await this.api.put(`/note-texts/${text.id}`, body, { ifMatch: text.version });
      else await this.api.post('/note-texts', { kind: this.kind(), ...body });
      this.saved.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!this.fields.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }
}
