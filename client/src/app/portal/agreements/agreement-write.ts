import { Component, computed, DestroyRef, inject, input, type OnInit, output, signal } from '@angular/core';
import type { AgreementDraftDto, AgreementDto, NewTerms, TermsDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { FieldWords } from '../../core/field-words';
import { Login } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { same } from '../../core/same';
import { dayAfter, wallDay } from '../../core/wall-clock';
import { DateField } from '../../kit/date-field/date-field';
import { ErrorSummary } from '../../kit/error-summary/error-summary';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { StatusLine } from '../../kit/status-line/status-line';
import { TextArea } from '../../kit/text-area/text-area';
import { Visibility } from '../../kit/visibility/visibility';
import { pageTurn } from '../page-turn';
import { Refusal } from '../refusal';
import { chosenWords, dayOrNone, type FormLine, TwoVersions } from '../two-versions';
import { SHARERS, WAYS } from './agreement.words';
import { Terms } from './terms';

/** The words of the form. Any of them may still be missing. */
interface Words extends Pick<AgreementDraftDto, 'what' | 'why' | 'stepDown' | 'untilOn'> {
  who: AgreementDraftDto['who'] | null;
  way: AgreementDraftDto['way'] | null;
}

const BLANK: Words = { who: null, what: '', why: '', way: null, stepDown: '', untilOn: null };

/**
 * Writing terms, saved at every pause and there on every device; then the exact words as both will read them; then putting
 * them forward.
 */
@Component({
  selector: 'kept-agreement-write',
  imports: [
    DateField,
    ErrorSummary,
    ProblemNotice,
    RadioGroup,
    Refusal,
    StatusLine,
    Terms,
    TextArea,
    TwoVersions,
    Visibility,
  ],
  templateUrl: './agreement-write.html',
})
export class AgreementWrite implements OnInit {
  readonly coupleId = input.required<string>();
  /** Null: a new one. */
  readonly beside = input.required<AgreementDto | null>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  private readonly turned = pageTurn();

  protected readonly sharers = SHARERS;
  protected readonly ways = WAYS;
  protected readonly linesOf = linesOf;
  private readonly today = computed(() => wallDay(new Date(), this.login.me()?.clinic.timeZone ?? 'UTC'));
  protected readonly firstDay = computed(() => dayAfter(this.today(), 1));
  protected readonly lastDay = computed(() => dayAfter(this.today(), 90));
  protected readonly draft = signal<Draft<Words> | null>(null);
  private sheet: AgreementDraftDto | null = null;
  protected readonly words = computed<Words>(() => this.draft()?.text() ?? BLANK);
  protected readonly loadProblem = signal<Problem | null>(null);
  protected readonly previewing = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** What the server would not store, said beside the form: the words stay where they are. */
  protected readonly refusal = signal<string | null>(null);
  protected readonly errors = new FieldWords(
    {
      who: $localize`Say who is open about it.`,
      what: $localize`Write in a few words what it is about.`,
      why: $localize`Say what it is for.`,
      way: $localize`Say how.`,
      stepDown: $localize`Say what becomes less, and when.`,
      untilOn: $localize`Choose a day within the next ninety days.`,
    },
    'agreement',
  );
  protected readonly seenBy = $localize`only you, until you put it forward.`;
  protected readonly preview = computed<TermsDto>(() => ({
    ...(this.words() as NewTerms),
    ...{
      id: '',
      from: '',
      mine: true,
      writtenAt: '',
      iAgree: true,
      partnerAgrees: false,
      bothAgree: false,
      held: null,
    },
  }));

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
      const agreementId = this.beside()?.id ?? null;
      const body = await this.api.post<AgreementDraftDto>(`/couples/${this.coupleId()}/agreement-drafts`, {
        agreementId,
      });
      const source = {
        path: pathOf(body),
        textOf: (sheet: AgreementDraftDto) => this.wordsOf(sheet),
        bodyOf: (text: Words) => ({ ...text }),
      };
      this.draft.set(await this.drafts.open(source, body));
      this.sheet = body;
    } catch (thrown) {
      this.loadProblem.set(problemOf(thrown));
    }
  }

  protected write<K extends keyof Words>(key: K, value: Words[K]): void {
    this.draft()?.change({ ...this.words(), [key]: value });
  }

  protected writeWho(who: string | null): void {
    this.write('who', who as Words['who']);
  }

  protected writeWay(way: string | null): void {
    this.write('way', way as Words['way']);
  }

  protected async look(): Promise<void> {
    if (this.isWhole()) await this.attempt((draft) => this.stored(draft).then(() => this.turn(true)));
  }

  protected turn(toPreview: boolean): void {
    this.previewing.set(toPreview);
    this.turned();
  }

  protected async putForward(): Promise<void> {
    const it = this.beside();
    const path = it ? `/agreements/${it.id}/terms` : `/couples/${this.coupleId()}/agreements`;
    await this.attempt(async (draft) => {
      await this.api.post(path, this.words());
      await draft.discard();
      this.left.emit();
    });
  }

  /** First everything goes to the server, or it is said why it does not. */
  private async stored(draft: Draft<Words>): Promise<void> {
    if (!(await draft.flush()) && this.sheet)
      await this.api.put(pathOf(this.sheet), this.words(), { ifMatch: draft.version() });
  }

  private async attempt(act: (draft: Draft<Words>) => Promise<void>): Promise<void> {
    const draft = this.draft();
    if (!draft || this.sending()) return;
    this.sending.set(true);
    try {
      await act(draft);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (this.previewing()) this.turn(false);
      if (problem.code === 'unsafe_text') this.refusal.set(problem.detail);
      else if (!this.errors.take(problem)) this.problem.set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  /** On an empty sheet stand the terms there are, and four weeks. */
  private wordsOf({ who, what, why, way, stepDown, untilOn }: AgreementDraftDto): Words {
    const left: Words = { who, what, why, way, stepDown, untilOn };
    if (!same(left, BLANK)) return left;
    const from = this.beside()?.terms ?? this.beside()?.asked;
    return { ...BLANK, ...(from ? termsOf(from) : {}), untilOn: dayAfter(this.today(), 28) };
  }

  private isWhole(): boolean {
    this.refusal.set(null);
    this.problem.set(null);
    const words = this.words();
    const missing = (Object.keys(BLANK) as (keyof Words)[]).filter((key) => (words[key] ?? '').trim() === '');
    return this.errors.mark(missing);
  }
}

const pathOf = ({ id }: AgreementDraftDto): string => `/agreement-drafts/${id}`;

/** In the words of whoever writes: who is open stays who it was. */
const termsOf = ({ who, what, why, way, stepDown }: TermsDto): Partial<Words> => ({
  ...{ what, why, way, stepDown },
  who: who === 'author' || who === 'other' ? null : who,
});

const linesOf = ({ what, who, way, why, stepDown, untilOn }: Words): readonly FormLine[] => [
  [$localize`What is it about?`, what],
  [$localize`Who is open about it?`, chosenWords(SHARERS, who)],
  [$localize`How?`, chosenWords(WAYS, way)],
  [$localize`What is it for?`, why],
  [$localize`What becomes less, and when?`, stepDown],
  [$localize`Last day`, dayOrNone(untilOn)],
];
