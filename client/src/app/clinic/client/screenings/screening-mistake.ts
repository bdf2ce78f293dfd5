import { Component, inject, output, signal, viewChild } from '@angular/core';
import type { ScreeningDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../../core/problems';
import { stamp } from '../../../kit/clock';
import { Dialog } from '../../../kit/dialog/dialog';
import { TextField } from '../../../kit/text-field/text-field';

/** Marks a screener that was entered for the wrong person, or wrongly: with a reason, once and for good. */
@Component({
  selector: 'kept-screening-mistake',
  imports: [Dialog, ProblemNotice, TextField],
  templateUrl: './screening-mistake.html',
})
export class ScreeningMistake {
  readonly marked = output<ScreeningDto>();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly screening = signal<ScreeningDto | null>(null);
  protected readonly reason = signal('');
  protected readonly wrong = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly stamp = stamp;

  open(screening: ScreeningDto): void {
    this.screening.set(screening);
    this.reason.set('');
    this.wrong.set(null);
    this.problem.set(null);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async mark(): Promise<void> {
    const [screening, reason] = [this.screening(), this.reason().trim()];
    this.wrong.set(reason ? null : $localize`Say what is wrong with it.`);
    if (!screening || !reason || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const marked = await this.api.post<ScreeningDto>(`/screenings/${screening.id}/entered-in-error`, { reason });
      this.dialog().close('marked');
      this.marked.emit(marked);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
