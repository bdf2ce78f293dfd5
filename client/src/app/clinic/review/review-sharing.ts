import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { ReleaseDto, SharingDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { CheckboxGroup } from '../../kit/checkbox-group/checkbox-group';
import { stamp } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { TextArea } from '../../kit/text-area/text-area';
import { Toasts } from '../../kit/toast/toasts';
import { LetGo } from '../let-go/let-go';
import { proposalWords, releaseWords, type Names } from './sharing.rules';

/** What of a sheet its author shared with her partner. A therapist can propose, and let go of what is held back. */
@Component({
  selector: 'kept-review-sharing',
  imports: [CheckboxGroup, Dialog, LetGo, TextArea],
  templateUrl: './review-sharing.html',
})
export class ReviewSharing {
  readonly sharing = input.required<SharingDto>();
  readonly names = input.required<Names>();
  /** Something was proposed or let go: read it again. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly proposing = viewChild.required(Dialog);
  private readonly letGo = viewChild.required(LetGo);

  protected readonly mayPropose = computed(() => this.login.can('releases:propose'));
  protected readonly mayOpen = computed(() => this.login.can('releases:open'));
  protected readonly proposed = computed(() => proposalWords(this.sharing(), this.names()));
  protected readonly proposedLabels = computed(() => this.labels(this.sharing().proposal?.fieldKeys ?? []));
  protected readonly choices = computed(() =>
    this.sharing().fields.map(({ key }) => ({ key, label: this.labels([key]) })),
  );
  protected readonly proposeHeading = computed(() => $localize`Propose to share with ${this.names().partner}:partner:`);
  protected readonly wordLabel = computed(() => $localize`A word to ${this.names().author}:author:`);
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly message = signal('');
  protected readonly noAnswer = signal<string | null>(null);
  protected readonly wrong = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly stamp = stamp;

  protected labels(keys: readonly string[]): string {
    return this.sharing()
      .asked.filter(({ key }) => keys.includes(key))
      .map(({ label }) => label)
      .join(' · ');
  }

  protected wordsOf(release: ReleaseDto): string {
    return releaseWords(release, this.names());
  }

  protected askToPropose(): void {
    this.noAnswer.set(null);
    this.wrong.set(null);
    this.chosen.set([]);
    this.message.set('');
    this.proposing().open();
  }

  protected askToOpen({ id }: ReleaseDto): void {
    this.letGo().ask(`/releases/${id}`);
  }

  protected opened(): void {
    this.toasts.say($localize`It is no longer held back.`);
    this.changed.emit();
  }

  protected async propose(): Promise<void> {
    const fieldKeys = this.chosen();
    this.noAnswer.set(fieldKeys.length ? null : $localize`Tick at least one answer.`);
    if (fieldKeys.length === 0) return;
    const message = this.message().trim();
    if (this.busy()) return;
    this.busy.set(true);
    this.wrong.set(null);
    try {
      await this.api.post(`/assignments/${this.sharing().id}/share-proposals`, { fieldKeys, message: message || null });
      this.proposing().close();
      this.toasts.say($localize`Proposed to ${this.names().author}:author:.`);
      this.changed.emit();
    } catch (thrown) {
      const { failed, safe } = problemOf(thrown).words;
      this.wrong.set(`${failed} ${safe}`);
    } finally {
      this.busy.set(false);
    }
  }
}
