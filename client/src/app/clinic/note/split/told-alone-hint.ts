import { Component, computed, input, output, signal } from '@angular/core';
import { foundToldAlone, type ToldAlone } from './told-alone.rules';

/** Before a joint note is signed: its sentences that read as told alone, quoted. Each can be waved through. */
@Component({
  selector: 'kept-told-alone-hint',
  template: `
    @if (found().length) {
      <div class="for-record">
        <p i18n><strong>Was this told alone?</strong> A joint note holds nothing that one of them told you alone.</p>
        <ul class="plain-list">
          @for (one of found(); track one.words) {
            <li>
              “{{ one.words }}”
              <span class="button-row">
                <button class="link-button" type="button" (click)="shown.emit(one)">
                  <ng-container i18n>Go to it</ng-container><span class="visually-hidden">: {{ one.words }}</span>
                </button>
                <button class="link-button" type="button" (click)="dismiss(one)">
                  <ng-container i18n>Both heard it</ng-container><span class="visually-hidden">: {{ one.words }}</span>
                </button>
              </span>
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class ToldAloneHint {
  readonly sections = input.required<Readonly<Record<string, string>>>();
  /** Show me where it stands. */
  readonly shown = output<ToldAlone>();
  private readonly dismissed = signal<readonly string[]>([]);
  protected readonly found = computed(() =>
    foundToldAlone(this.sections()).filter(({ words }) => !this.dismissed().includes(words)),
  );

  protected dismiss({ words }: ToldAlone): void {
    this.dismissed.update((before) => [...before, words]);
  }
}
