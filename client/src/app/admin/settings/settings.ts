import { Component, effect, inject, signal } from '@angular/core';
import type { ClinicSettingsDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { SECRETS_CHOICES, type SecretsChoice } from '../../people/secrets-words';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { NumberField } from '../../kit/number-field/number-field';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { Toasts } from '../../kit/toast/toasts';

/** Hours. */
const TWO_WEEKS = 336;

const SECRETS_LENGTH = $localize`Say it in 40 to 4000 characters, so that two people can sign it.`;

const within = (value: number | null, most: number): boolean =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most;

/** What the practice sets for itself: its own words for a crisis, how long an alert may wait, by when notes are signed, and
 * how often a plan is looked at. */
@Component({
  selector: 'kept-settings',
  imports: [ErrorSummary, NumberField, ProblemNotice, RadioGroup, Skeleton, TextArea, TextField],
  templateUrl: './settings.html',
})
export class Settings {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly settings = read<ClinicSettingsDto>(() => '/clinic-settings');
  protected readonly crisisText = signal('');
  protected readonly phone = signal('');
  protected readonly dueHours = signal<number | null>(null);
  protected readonly urgentHours = signal<number | null>(null);
  protected readonly noteDueHours = signal<number | null>(null);
  protected readonly noteLimitHours = signal<number | null>(null);
  protected readonly planReviewDays = signal<number | null>(null);
  protected readonly secretsDefault = signal<string | null>(null);
  /** In the order of the choices. */
  protected readonly secrets = SECRETS_CHOICES.map(({ key, label }) => ({
    ...{ key, label: $localize`Words of “${label}:choice:”`, path: `secretsTexts.${key}` },
    text: signal(''),
  }));
  protected readonly secretsChoices = SECRETS_CHOICES;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly fields = new FieldWords(
    {
      crisisText: $localize`Say whom to turn to, in 20 to 1000 characters.`,
      phone: $localize`A telephone number has up to 40 characters.`,
      riskDueHours: $localize`Enter whole hours, from 1 to 72.`,
      riskUrgentHours: $localize`Enter whole hours, from 1 to 24.`,
      noteDueHours: $localize`Enter whole hours, from 1 to 336.`,
      noteLimitHours: $localize`Enter whole hours, up to 336 and not before a note is due.`,
      planReviewDays: $localize`Enter whole days, from 7 to 366.`,
      'secretsTexts.no_secrets': SECRETS_LENGTH,
      'secretsTexts.limited': SECRETS_LENGTH,
      'secretsTexts.full': SECRETS_LENGTH,
    },
    'settings',
  );

  constructor() {
    effect(() => {
      const now = this.settings.value();
      if (now) this.fill(now);
    });
  }

  protected useUsual(): void {
    this.crisisText.set(this.settings.value()?.usualCrisisText ?? '');
  }

  protected useUsualSecrets(): void {
    const usual = this.settings.value()?.usualSecretsTexts;
    if (usual) this.fillSecrets(usual);
  }

  protected async save(): Promise<void> {
    const [now, text] = [this.settings.value(), this.crisisText().trim()];
    const fits = this.fields.mark([
      text.length >= 20 && text.length <= 1000 ? '' : 'crisisText',
      within(this.dueHours(), 72) ? '' : 'riskDueHours',
      within(this.urgentHours(), 24) ? '' : 'riskUrgentHours',
      within(this.noteDueHours(), TWO_WEEKS) ? '' : 'noteDueHours',
      within(this.noteLimitHours(), TWO_WEEKS) && (this.noteDueHours() ?? 0) <= (this.noteLimitHours() ?? 0)
        ? ''
        : 'noteLimitHours',
      within(this.planReviewDays(), 366) && (this.planReviewDays() ?? 0) >= 7 ? '' : 'planReviewDays',
      ...this.secrets.map((one) => (fitsSecrets(one.text()) ? '' : one.path)),
    ]);
    if (!now || !fits || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    const body = {
      ...{ crisisText: text, phone: this.phone().trim() },
      ...{ riskDueHours: this.dueHours(), riskUrgentHours: this.urgentHours() },
      ...{ noteDueHours: this.noteDueHours(), noteLimitHours: this.noteLimitHours() },
      planReviewDays: this.planReviewDays(),
      secretsDefault: this.secretsDefault(),
      secretsTexts: Object.fromEntries(this.secrets.map(({ key, text }) => [key, text().trim()])),
    };
    try {
      this.settings.set(await this.api.put<ClinicSettingsDto>('/clinic-settings', body, { ifMatch: now.version }));
      this.toasts.say($localize`Saved. It counts from now on.`);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!this.fields.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  private fill(now: ClinicSettingsDto): void {
    this.crisisText.set(now.crisisText);
    this.phone.set(now.phone);
    this.dueHours.set(now.riskDueHours);
    this.urgentHours.set(now.riskUrgentHours);
    this.noteDueHours.set(now.noteDueHours);
    this.noteLimitHours.set(now.noteLimitHours);
    this.planReviewDays.set(now.planReviewDays);
    this.secretsDefault.set(now.secretsDefault);
    this.fillSecrets(now.secretsTexts);
  }

  private fillSecrets(texts: Record<SecretsChoice, string>): void {
    for (const { key, text } of this.secrets) text.set(texts[key]);
  }
}

function fitsSecrets(text: string): boolean {
  const { length } = text.trim();
  return length >= 40 && length <= 4000;
}
