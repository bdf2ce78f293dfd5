import { Component, ElementRef, afterNextRender, computed, inject, output, signal, viewChild } from '@angular/core';
import type { SetbackDto } from '../../../api/types.gen';
import { speaksOfDanger } from '../../../../../server/src/setbacks/danger.rules.js';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';

const PAUSE_DAYS = 3;

/** "There was a setback": told to the care team, with as many or as few words as she likes. Nothing is reset by it. */
@Component({
  selector: 'kept-setback',
  imports: [Checkbox, ProblemNotice, TextArea, Visibility],
  templateUrl: './setback.html',
})
export class Setback {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  /** `reached`: the practice has it; `danger`: her words may speak of danger. */
  readonly done = output<{ reached: boolean; danger: boolean }>();
  readonly cancelled = output();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly note = signal('');
  protected readonly pause = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly id = computed(() => this.login.me()?.clientId ?? null);
  protected readonly seenBy = $localize`you and your care team. A partner does not learn of it.`;

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async tell(): Promise<void> {
    if (this.sending()) return;
    const note = this.note().trim();
    const danger = speaksOfDanger(note);
    this.sending.set(true);
    this.problem.set(null);
    try {
      if (this.id() === null) throw problemOf(null);
      await this.api.post<SetbackDto>(`/clients/${this.id()}/setbacks`, {
        note: note || null,
        pauseDays: this.pause() ? PAUSE_DAYS : null,
      });
      this.done.emit({ reached: true, danger });
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
      // Whom to call does not wait for a connection.
      if (danger) this.done.emit({ reached: false, danger });
    } finally {
      this.sending.set(false);
    }
  }
}
