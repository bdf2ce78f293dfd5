import { Component, computed, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import type { DraftDto, OwnPartDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
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
import { StatusLine } from '../../kit/status-line/status-line';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { Refusal } from '../refusal';
import { hintsFor } from './boundary.hints';
import { AREAS, KINDS } from './boundary.words';
import { pageTurn } from '../page-turn';
import { chosenWords, dayOrNone, type FormLine, TwoVersions } from '../two-versions';

/** The words of the form. Any of them may still be missing. */
interface Words extends Pick<DraftDto, 'area' | 'limit' | 'why' | 'ifNotKept' | 'negotiable'> {
  /** Null: nobody has said yet. */
  kind: DraftDto['kind'] | null;
  reviewOn: string | null;
}

const OPENNESS: readonly Choice[] = [
  { key: 'yes', label: $localize`Yes, the words are open` },
  { key: 'no', label: $localize`No, this one stands as it is` },
];

const BLANK: Words = { area: '', limit: '', why: '', ifNotKept: '', kind: null, negotiable: true, reviewOn: null };

/**
 * Writing one for oneself, saved at every pause; then the exact words as the other will read them; then, perhaps,
 * putting it forward.
 */
@Component({
  selector: 'kept-boundary-write',
  imports: [
    DateField,
    ErrorSummary,
    ProblemNotice,
    RadioGroup,
    Refusal,
    Select,
    StatusLine,
    TextArea,
    TwoVersions,
    Visibility,
  ],
  templateUrl: './boundary-write.html',
})
export class BoundaryWrite implements OnInit {
  readonly coupleId = input.required<string>();
  /** Null: a new one. */
  readonly boundaryId = input.required<string | null>();
  readonly left = output();
  /** A new one has a place on the server now: its id. */
  readonly begun = output<string>();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  private readonly turned = pageTurn();
  private readonly part = read<OwnPartDto>(() => `/couples/${this.coupleId()}/own-part`);

  protected readonly draft = signal<Draft<Words> | null>(null);
  protected readonly text = computed<Words>(() => this.draft()?.text() ?? BLANK);
  protected readonly areas = AREAS;
  protected readonly kinds = computed<Choice[]>(() => (this.part.value()?.kinds ?? []).map((kind) => KINDS[kind]));
  protected readonly openness = OPENNESS;
  protected readonly linesOf = linesOf;
  protected readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly firstDay = computed(() => dayAfter(this.today(), 1));
  protected readonly lastDay = computed(() => dayAfter(this.today(), 90));
  protected readonly hints = computed(() => hintsFor(this.text().limit, this.text().ifNotKept));
  protected readonly previewing = signal(false);
  protected readonly sending = signal(false);
  protected readonly saved = signal('');
  protected readonly loadProblem = signal<Problem | null>(null);
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

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  ngOnInit(): void {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.loadProblem.set(null);
    try {
      const id = this.boundaryId();
      const body =
        id === null
          ? await this.api.post<DraftDto>(`/couples/${this.coupleId()}/boundary-drafts`)
          : await this.api.get<DraftDto>(pathOf(id));
      if (id === null) this.begun.emit(body.id);
      const source = { path: pathOf(body.id), textOf: wordsOf, bodyOf: (text: Words) => ({ ...text }) };
      this.draft.set(await this.drafts.open(source, body));
    } catch (thrown) {
      this.loadProblem.set(problemOf(thrown));
    }
  }

  protected write<K extends keyof Words>(key: K, value: Words[K]): void {
    this.saved.set('');
    this.draft()?.change({ ...this.text(), [key]: value });
  }

  protected writeKind(kind: string | null): void {
    this.write('kind', kind as Words['kind']);
  }

  protected async keepDraft(): Promise<void> {
    this.clear();
    await this.attempt(() => {
      this.saved.set($localize`Kept as a draft. Only you can read it.`);
    });
  }

  protected async preview(): Promise<void> {
    if (!this.isWhole()) return;
    await this.attempt(() => this.turn(true));
  }

  protected turn(toPreview: boolean): void {
    this.previewing.set(toPreview);
    this.turned();
  }

  protected async putForward(): Promise<void> {
    await this.attempt(() => this.move('proposed'));
  }

  protected async putAway(): Promise<void> {
    await this.draft()?.discard();
    await this.attempt(() => this.move('retired'));
  }

  private async move(to: 'proposed' | 'retired'): Promise<void> {
    await this.api.post(`/boundaries/${this.id()}/transitions`, { to });
    this.left.emit();
  }

  private id(): string {
    return this.boundaryId() ?? '';
  }

  private clear(): void {
    this.saved.set('');
    this.refusal.set(null);
    this.problem.set(null);
  }

  private isWhole(): boolean {
    this.clear();
    const { area, limit, kind, reviewOn } = this.text();
    const missing = [
      area === '' && 'area',
      limit.trim() === '' && 'limit',
      kind === null && 'kind',
      reviewOn === null && 'reviewOn',
    ];
    return this.words.mark(missing.filter((path) => path !== false));
  }

  /** Acts on what the server has: first everything goes there, or it is said why it does not. */
  private async attempt(act: () => void | Promise<void>): Promise<void> {
    const draft = this.draft();
    if (!draft || this.sending()) return;
    this.sending.set(true);
    try {
      if (!(await draft.flush())) await this.api.put(pathOf(this.id()), this.text(), { ifMatch: draft.version() });
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

const pathOf = (id: string): string => `/boundaries/${id}/draft`;

const wordsOf = ({ area, limit, why, ifNotKept, kind, negotiable, reviewOn }: DraftDto): Words => ({
  area: area === '' || AREAS.some(({ key }) => key === area) ? area : 'other',
  ...{ limit, why, ifNotKept, kind, negotiable, reviewOn },
});

const linesOf = ({ area, limit, ifNotKept, kind, negotiable, reviewOn, why }: Words): readonly FormLine[] => [
  [$localize`What is it about?`, chosenWords(AREAS, area)],
  [$localize`The limit`, limit],
  [$localize`If it is not kept, I will…`, ifNotKept],
  [$localize`What kind is it?`, chosenWords(Object.values(KINDS), kind)],
  [$localize`Can its words be talked about?`, chosenWords(OPENNESS, negotiable ? 'yes' : 'no')],
  [$localize`Look at it again on`, dayOrNone(reviewOn)],
  [$localize`Why I need it`, why],
];
