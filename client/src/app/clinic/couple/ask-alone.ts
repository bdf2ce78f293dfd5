import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewSafetyCheck, PartnerDto, SafetyCheckDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf } from '../../core/problems';
import type { Choice } from '../../kit/choice';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { dayIn } from '../assign/assign.rules';
import { PROMPTS } from './safety-words';

/** One partner was asked alone: what to ask about, and nothing kept but the day and how it stands. */
@Component({
  selector: 'kept-ask-alone',
  imports: [DateField, Dialog, RadioGroup],
  templateUrl: './ask-alone.html',
})
export class AskAlone {
  readonly coupleId = input.required<string>();
  readonly recorded = output();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);

  protected readonly partner = signal<PartnerDto | null>(null);
  protected readonly result = signal<string | null>(null);
  protected readonly screenedOn = signal<string | null>(null);
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);
  protected readonly today = dayIn(0, new Date());
  protected readonly prompts = PROMPTS;
  protected readonly heading = computed(
    () => $localize`Ask ${this.partner()?.callName ?? $localize`the partner`}:name: alone`,
  );
  protected readonly options: Choice[] = [
    { key: 'clear', label: $localize`Clear` },
    { key: 'concern', label: $localize`A concern` },
    { key: 'not_done', label: $localize`Could not be asked` },
  ];

  open(partner: PartnerDto): void {
    this.partner.set(partner);
    this.result.set(null);
    this.screenedOn.set(this.today);
    this.wrong.set('');
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async record(): Promise<void> {
    const [partner, result, screenedOn] = [this.partner(), this.result(), this.screenedOn()];
    if (this.saving() || !partner) return;
    if (!result || !screenedOn) return this.wrong.set($localize`Say how it stands, and when you asked.`);
    this.saving.set(true);
    const body: NewSafetyCheck = {
      clientId: partner.clientId,
      result: result as NewSafetyCheck['result'],
      screenedAlone: true,
      screenedOn,
    };
    try {
      await this.api.post<SafetyCheckDto>(`/couples/${this.coupleId()}/safety-checks`, body);
      this.dialog().close('recorded');
      this.recorded.emit();
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
