import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import type { BoundaryDetailDto, NewBoundary, OwnPartDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { FieldWords } from '../../core/field-words';
import { Login } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { dayAfter, wallDay } from '../../core/wall-clock';
import type { Choice } from '../../kit/choice';
import { longDay } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { hintsFor } from './boundary.hints';
import { AREAS, KINDS } from './boundary.words';
import { pageTurn } from './page-turn';

/** Writing one for oneself; then the exact words as the other will read them; then, perhaps, putting it forward. */
@Component({
  selector: 'kept-boundary-write',
  imports: [DateField, ErrorSummary, ProblemNotice, RadioGroup, Select, TextArea, Visibility],
  templateUrl: './boundary-write.html',
})
export class BoundaryWrite {
  readonly coupleId = input.required<string>();
  /** Null: a new one. */
  readonly boundaryId = input.required<string | null>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly turned = pageTurn();
  private readonly part = read<OwnPartDto>(() => `/couples/${this.coupleId()}/own-part`);
  private readonly stored = read<BoundaryDetailDto>(() => {
    const id = this.boundaryId();
    return id === null ? undefined : `/boundaries/${id}`;
  });
  /** The draft as the server has it. */
  private readonly draft = linkedSignal<BoundaryDetailDto | null>(() => this.stored.value() ?? null);

  protected readonly area = signal('');
  protected readonly limit = signal('');
  protected readonly ifNotKept = signal('');
  protected readonly why = signal('');
  protected readonly kind = signal<string | null>(null);
  protected readonly negotiable = signal<string | null>('yes');
  protected readonly reviewOn = signal<string | null>(null);

  protected readonly areas = AREAS;
  protected readonly kinds = computed<Choice[]>(() => (this.part.value()?.kinds ?? []).map((kind) => KINDS[kind]));
  protected readonly openness: readonly Choice[] = [
    { key: 'yes', label: $localize`Yes, the words are open` },
    { key: 'no', label: $localize`No, this one stands as it is` },
  ];
  protected readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly firstDay = computed(() => dayAfter(this.today(), 1));
  protected readonly lastDay = computed(() => dayAfter(this.today(), 90));
  protected readonly hints = computed(() => hintsFor(this.limit(), this.ifNotKept()));
  protected readonly previewing = signal(false);
  protected readonly sending = signal(false);
  protected readonly saved = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly words = new FieldWords(
    {
      area: $localize`Choose what it is about.`,
      limit: $localize`Write the limit in a few words.`,
      kind: $localize`Say what kind it is.`,
      reviewOn: $localize`Choose a day within the next ninety days.`,
    },
    'boundary',
  );
  /** What the server would not store, said beside the form: the words stay where they are. */
  protected readonly refusal = signal<string | null>(null);
  protected readonly longDay = longDay;
  protected readonly seenWhileDraft = $localize`only you, until you put it forward.`;
  protected readonly seenWhy = $localize`you and your care team. Never your partner.`;
  protected readonly loading = computed(() => this.boundaryId() !== null && this.draft() === null);
  protected readonly loadProblem = computed(() => this.stored.problem() ?? this.part.problem());

  constructor() {
    effect(() => {
      const it = this.stored.value();
      if (it) untracked(() => this.fill(it));
    });
    effect(() => {
      if (this.reviewOn() === null && this.boundaryId() === null)
        untracked(() => this.reviewOn.set(dayAfter(this.today(), 28)));
    });
  }

  protected async keepDraft(): Promise<void> {
    if (!this.isWhole()) return;
    await this.attempt(async () => {
      await this.save();
      this.saved.set($localize`Kept as a draft. Only you can read it.`);
    });
  }

  protected preview(): void {
    if (this.isWhole()) this.turn(true);
  }

  protected turn(toPreview: boolean): void {
    this.previewing.set(toPreview);
    this.turned();
  }

  protected async putForward(): Promise<void> {
    await this.attempt(async () => {
      const { id } = await this.save();
      await this.api.post(`/boundaries/${id}/transitions`, { to: 'proposed' });
      this.left.emit();
    });
  }

  protected async putAway(): Promise<void> {
    const id = this.draft()?.id;
    if (id === undefined) return this.left.emit();
    await this.attempt(async () => {
      await this.api.post(`/boundaries/${id}/transitions`, { to: 'retired' });
      this.left.emit();
    });
  }

  private fill(it: BoundaryDetailDto): void {
    this.area.set(AREAS.some(({ key }) => key === it.area) ? it.area : 'other');
    this.limit.set(it.limit);
    this.ifNotKept.set(it.ifNotKept ?? '');
    this.why.set(it.why ?? '');
    this.kind.set(it.kind);
    this.negotiable.set(it.negotiable ? 'yes' : 'no');
    this.reviewOn.set(it.reviewOn);
  }

  private isWhole(): boolean {
    this.saved.set('');
    this.refusal.set(null);
    this.problem.set(null);
    const missing = [
      this.area() === '' && 'area',
      this.limit().trim() === '' && 'limit',
      this.kind() === null && 'kind',
      this.reviewOn() === null && 'reviewOn',
    ];
    return this.words.mark(missing.filter((path) => path !== false));
  }

  private async save(): Promise<BoundaryDetailDto> {
    const body: NewBoundary = {
      area: this.area(),
      limit: this.limit().trim(),
      ifNotKept: this.ifNotKept().trim() || null,
      why: this.why().trim() || null,
      kind: this.kind() as NewBoundary['kind'],
      negotiable: this.negotiable() !== 'no',
      reviewOn: this.reviewOn(),
    };
    const known = this.draft();
    const kept = known
      ? await this.api.patch<BoundaryDetailDto>(`/boundaries/${known.id}`, body, { ifMatch: known.version })
      : await this.api.post<BoundaryDetailDto>(`/couples/${this.coupleId()}/boundaries`, body);
    this.draft.set(kept);
    return kept;
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    try {
      await act();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.previewing.set(false);
      if (problem.code === 'unsafe_text') this.refusal.set(problem.detail);
      else if (!this.words.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }
}
