import { Component, computed, effect, input, output, untracked } from '@angular/core';
import type { FindingDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { keyAt, type Sheet } from './sheet.rules';

/** What a careful colleague would say of the draft as it was last saved: each a link to its place. */
@Component({
  selector: 'kept-findings',
  templateUrl: './findings.html',
})
export class Findings {
  /** Id of the worksheet. */
  readonly id = input.required<string>();
  readonly draft = input.required<Draft<Sheet>>();
  readonly picked = output<string>();

  protected readonly linted = read<{ items: FindingDto[] }>(() => `/worksheets/${this.id()}/lint`);
  protected readonly found = computed(() =>
    (this.linted.value()?.items ?? []).map((finding) => ({
      ...finding,
      key: keyAt(this.draft().text(), finding.path),
    })),
  );
  protected readonly problems = computed(() => this.found().filter(({ severity }) => severity === 'problem').length);
  /** What is said here is of older words, and will be for a while. */
  protected readonly behind = computed(() => ['local', 'failed', 'signed-out'].includes(this.draft().saveState().kind));
  /** "1 problem, 2 hints" */
  protected readonly words = computed(() => {
    const [problems, hints] = [this.problems(), this.found().length - this.problems()];
    const stops = problems === 1 ? $localize`1 problem` : $localize`${problems}:count: problems`;
    const asks = hints === 1 ? $localize`1 hint` : $localize`${hints}:count: hints`;
    return [problems > 0 ? stops : '', hints > 0 ? asks : ''].filter(Boolean).join(', ');
  });

  constructor() {
    let read = 0;
    // Whatever was saved is read through again.
    effect(() => {
      const version = this.draft().version();
      if (read > 0 && version !== read) untracked(() => this.linted.reload());
      read = version;
    });
  }
}
