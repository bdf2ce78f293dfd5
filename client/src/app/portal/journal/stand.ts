import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CrossroadsDto, EntryDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import type { Choice } from '../../kit/choice';
import { longDay } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { ScaleField } from '../../kit/scale-field/scale-field';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { Unfold } from '../../kit/unfold/unfold';
import { Visibility } from '../../kit/visibility/visibility';
import { leaningWords } from './stand.words';

/** Values kept, and letters of each. */
const MOST_VALUES = 8;
const MOST_LETTERS = 120;

/**
 * Where somebody leans today, out, in, or not known, and what she weighs. No way is the better one: nothing is coloured,
 * added up or advised. It can never be shown to a partner.
 */
@Component({
  selector: 'kept-stand',
  imports: [
    ...[DateField, ErrorSummary, ProblemNotice, RadioGroup, RouterLink, ScaleField],
    ...[Skeleton, TextArea, Unfold, Visibility],
  ],
  templateUrl: './stand.html',
})
export class Stand {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly id = computed(() => this.login.me()?.clientId ?? '');
  protected readonly leanings = read<{ items: EntryDto[] }>(() => this.path('leaning', 20));
  protected readonly weighed = read<{ items: EntryDto[] }>(() => this.path('crossroads', 1));
  protected readonly showsEarlier = signal(false);

  protected readonly lean = signal<number | null>(null);
  protected readonly note = signal('');
  protected readonly way = signal<string | null>(null);
  protected readonly repairUntil = signal<string | null>(null);
  protected readonly decideOn = signal<string | null>(null);
  protected readonly values = signal('');
  protected readonly thoughts = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly leaned = signal('');
  protected readonly kept = signal('');
  protected readonly words = new FieldWords(
    { values: $localize`At most eight, each on a line of its own and a few words long.` },
    'stand',
  );
  protected readonly ways: Choice[] = [
    { key: 'as_is', label: $localize`Leave things as they are for now` },
    { key: 'separate', label: $localize`Go separate ways` },
    { key: 'repair', label: $localize`Work on it for a set time, and look again then` },
  ];
  protected readonly seenBy = $localize`you and your care team, for good. It can never be shown to a partner.`;
  protected readonly longDay = longDay;
  protected readonly leaningWords = leaningWords;

  constructor() {
    effect(() => {
      const last = this.weighed.value()?.items[0]?.crossroads;
      if (last) untracked(() => this.fill(last));
    });
  }

  protected sayLeaning(lean: number | null): Promise<void> {
    const leaning = { lean, note: this.note().trim() || null };
    return this.act({ leaning }, () => {
      this.leaned.set($localize`Kept for today: ${leaningWords(lean)}:lean:.`);
      this.lean.set(null);
      this.note.set('');
      this.leanings.reload();
    });
  }

  protected async keepWeighed(): Promise<void> {
    const values = this.values()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const tooMuch = values.length > MOST_VALUES || values.some((line) => line.length > MOST_LETTERS);
    if (!this.words.mark(tooMuch ? ['values'] : [])) return;
    const path = this.way();
    const repairUntil = path === 'repair' ? this.repairUntil() : null;
    const crossroads = { path, repairUntil, decideOn: this.decideOn(), values, note: this.thoughts().trim() || null };
    await this.act({ crossroads }, () => this.kept.set($localize`Kept. You can change it whenever it changes.`));
  }

  private fill(last: CrossroadsDto): void {
    this.way.set(last.path);
    this.repairUntil.set(last.repairUntil);
    this.decideOn.set(last.decideOn);
    this.values.set(last.values.join('\n'));
    this.thoughts.set(last.note ?? '');
  }

  private async act(body: object, then: () => void): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post(`/clients/${this.id()}/journal`, body);
      then();
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private path(kind: 'leaning' | 'crossroads', limit: number): string | undefined {
    return this.id() ? `/clients/${this.id()}/journal?kind=${kind}&limit=${limit}` : undefined;
  }
}
