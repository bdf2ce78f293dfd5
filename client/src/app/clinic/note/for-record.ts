import { Component, computed, input } from '@angular/core';
import { foundForRecord, type ForRecord } from './private-note.rules';

const WHAT: Record<ForRecord, string> = {
  medication: $localize`medication`,
  times: $localize`times of a session`,
  frequency: $localize`how and how often you meet`,
  scores: $localize`results of tests`,
  diagnosis: $localize`diagnosis or prognosis`,
  plan: $localize`the treatment plan`,
  progress: $localize`symptoms or progress`,
};

/** Under a private note: its words that belong into the record, quoted. It stands there and holds nothing back. */
@Component({
  selector: 'kept-for-record',
  template: `
    <div role="status">
      @if (found().length) {
        <div class="for-record">
          <p i18n>
            <strong>This may belong in the record.</strong> A private note is kept apart only while it holds none of it.
          </p>
          <ul class="plain-list">
            @for (one of found(); track one.words) {
              <li>“{{ one.words }}”: {{ what[one.what] }}</li>
            }
          </ul>
        </div>
      }
    </div>
  `,
})
export class ForRecordHint {
  readonly text = input.required<string>();
  protected readonly what = WHAT;
  protected readonly found = computed(() => foundForRecord(this.text()));
}
