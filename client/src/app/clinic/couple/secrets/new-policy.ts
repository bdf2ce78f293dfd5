import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import type { NewSecretsPolicy, PolicyVersionDto, SecretsPolicyDto } from '../../../../api/types.gen';
import { Api } from '../../../core/api';
import { problemOf } from '../../../core/problems';
import { Dialog } from '../../../kit/dialog/dialog';
import { RadioGroup } from '../../../kit/radio-group/radio-group';
import { TextArea } from '../../../kit/text-area/text-area';
import { SECRETS_CHOICES, type SecretsChoice } from '../../../people/secrets-words';

/** Characters a text has at least. */
const LEAST = 40;

/** A new version: one of three choices with the practice's words, which may be changed for these two. */
@Component({
  selector: 'kept-new-policy',
  imports: [Dialog, RadioGroup, TextArea],
  template: `
    <kept-dialog heading="What you agree with both" i18n-heading>
      <kept-radio-group
        label="What is told to you alone"
        i18n-label
        [options]="choices"
        [value]="choice()"
        (valueChange)="choose($event)"
      />
      <kept-text-area
        label="In these words"
        i18n-label
        hint="Both read them before they sign. Nothing about either of them belongs here."
        i18n-hint
        [maxlength]="4000"
        [error]="wrong() || null"
        [(value)]="text"
      />
      @if (policy().current) {
        <p class="quiet" i18n>What was signed before stays as it was signed. Under this, each signs anew.</p>
      }
      <ng-container actions>
        <button
          type="button"
          class="button button-primary"
          [attr.aria-disabled]="saving() ? 'true' : null"
          (click)="make()"
          i18n
        >
          Set
        </button>
        <button type="button" class="button" (click)="cancel()" i18n>Cancel</button>
      </ng-container>
    </kept-dialog>
  `,
})
export class NewPolicy {
  readonly coupleId = input.required<string>();
  readonly policy = input.required<SecretsPolicyDto>();
  readonly made = output();
  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly choices = SECRETS_CHOICES;
  protected readonly choice = signal<SecretsChoice>('limited');
  protected readonly text = signal('');
  protected readonly wrong = signal('');
  protected readonly saving = signal(false);

  open(): void {
    const { current, usual } = this.policy();
    this.choose(current?.choice ?? usual);
    if (current) this.text.set(current.text);
    this.dialog().open();
  }

  protected choose(key: string | null): void {
    const offer = this.policy().offers.find(({ choice }) => choice === key);
    if (!offer) return;
    this.choice.set(offer.choice);
    this.text.set(offer.text);
    this.wrong.set('');
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected async make(): Promise<void> {
    const text = this.text().trim();
    if (this.saving()) return;
    if (text.length < LEAST) return this.wrong.set($localize`Say it in a sentence that both can sign.`);
    this.saving.set(true);
    const body: NewSecretsPolicy = { choice: this.choice(), text };
    try {
      await this.api.post<PolicyVersionDto>(`/couples/${this.coupleId()}/secrets-policies`, body);
      this.dialog().close('made');
      this.made.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      const { failed, next } = problem.words;
      this.wrong.set(problem.code === 'unchanged' ? $localize`This is what is agreed already.` : `${failed} ${next}`);
    } finally {
      this.saving.set(false);
    }
  }
}
