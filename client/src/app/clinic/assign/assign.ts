import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type {
  BetrayalDto,
  ClientDto,
  CoupleDto,
  NewAssignment,
  NewAssignmentsDto,
  WorksheetDto,
} from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import type { Choice } from '../../kit/choice';
import { Dialog } from '../../kit/dialog/dialog';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { Toasts } from '../../kit/toast/toasts';
import { eventChoice, STAGE_WORDS } from '../couple-words';
import { offerWords } from '../library/library-words';
import { isAbout, isOfferedFirst } from '../library/library.rules';
import type { About } from '../note/whose';
import { ClientPicker } from '../pick/client-picker';
import { addresseeOf, dayIn, partsIn, usualAddressee, type To } from './assign.rules';
import { PacingChoice } from './pacing-choice';
import { usualPacing, wishOf } from './pacing.rules';
import { SafetyCheck } from './safety-check';

/** Characters that a reason has at least. */
const LEAST_REASON = 10;
/** Days from today that homework is wished for, unless the therapist says otherwise. */
const USUAL_DAYS = 7;

/**
 * Gives a worksheet to a person, or to a couple: each partner a sheet of their own, or one for both. From a chart or a
 * note three taps: the button that opens it, the worksheet, Assign.
 */
@Component({
  selector: 'kept-assign',
  imports: [
    ClientPicker,
    Dialog,
    PacingChoice,
    ProblemNotice,
    RadioGroup,
    SafetyCheck,
    Select,
    Skeleton,
    TextArea,
    TextField,
  ],
  templateUrl: './assign.html',
})
export class Assign {
  readonly clientId = input<string | null>(null);
  readonly coupleId = input<string | null>(null);
  readonly assigned = output();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  private readonly opened = signal(false);
  private key = crypto.randomUUID();

  /** What suits whom it is for stands first. */
  protected readonly worksheets = read<{ items: WorksheetDto[] }>(() => {
    const [clientId, coupleId] = [this.personId() ?? undefined, this.coupleId() ?? undefined];
    const [status, betrayalId] = ['published', this.about() || undefined];
    return this.opened() ? `/worksheets${query({ limit: 100, status, clientId, coupleId, betrayalId })}` : undefined;
  });
  private readonly client = read<ClientDto>(() => {
    const id = this.personId();
    return this.opened() && id ? `/clients/${id}` : undefined;
  });
  protected readonly couple = read<CoupleDto>(() => {
    const id = this.coupleId() ?? this.client.value()?.coupleId;
    return this.opened() && id ? `/couples/${id}` : undefined;
  });

  private readonly events = read<{ items: BetrayalDto[] }>(() => {
    const id = this.couple.value()?.id;
    return id && this.login.can('betrayals:read') ? `/couples/${id}/betrayals` : undefined;
  });
  private readonly openEvents = computed(() => (this.events.value()?.items ?? []).filter(({ closedAt }) => !closedAt));
  /** Where more than one thing happened, a sheet is about one of them: the latest, unless she says otherwise. */
  protected readonly abouts = computed((): Choice[] =>
    this.openEvents().length > 1 ? this.openEvents().toReversed().map(eventChoice) : [],
  );
  /** Empty: as usual. */
  protected readonly about = signal('');
  protected readonly event = computed(
    () => this.openEvents().find(({ id }) => id === this.about()) ?? this.openEvents().at(-1),
  );

  protected readonly mustChoose = computed(() => !this.clientId() && !this.coupleId());
  /** Only where the page does not say for whom. */
  protected readonly chosen = signal<About | null>(null);
  protected readonly personId = computed(() => this.clientId() ?? this.chosen()?.clientId ?? null);
  protected readonly worksheetId = signal<string | null>(null);
  protected readonly to = signal<string | null>(null);
  protected readonly pacing = signal(usualPacing(''));
  protected readonly message = signal('');
  protected readonly sending = signal(false);
  protected readonly wrong = signal('');
  protected readonly safetyMissing = signal(false);
  protected readonly words = signal('');
  protected readonly showAll = signal(false);
  /** Opened for one worksheet: the others wait behind a button. */
  private readonly named = signal(false);
  protected readonly reason = signal('');
  /** The server asked why, also where the list did not know of it. */
  private readonly reasonAsked = signal(false);

  private readonly worksheet = computed(
    () => this.worksheets.value()?.items.find(({ id }) => id === this.worksheetId()) ?? null,
  );
  protected readonly reasonNeeded = computed(() => this.reasonAsked() || this.worksheet()?.offer?.fit === 'early');
  protected readonly choices = computed(() =>
    this.worksheets.value() ? this.listed().map((sheet) => choiceOf(sheet)) : undefined,
  );
  /** What is offered first, or what has the words in it; and always what was chosen. */
  private readonly listed = computed(() => {
    const all = this.worksheets.value()?.items ?? [];
    const words = this.words().trim();
    if (words) return all.filter((sheet) => isAbout(sheet, words) || sheet.id === this.worksheetId());
    if (this.named() && !this.showAll()) return all.filter(({ id }) => id === this.worksheetId());
    const first = all.filter((sheet) => isOfferedFirst(sheet) || sheet.id === this.worksheetId());
    return this.showAll() || !all.some((sheet) => isOfferedFirst(sheet)) ? all : first;
  });
  protected readonly hidden = computed(() =>
    this.words().trim() ? 0 : (this.worksheets.value()?.items.length ?? 0) - this.listed().length,
  );
  protected readonly stage = computed(() => {
    const stage = this.couple.value()?.stage;
    return stage ? STAGE_WORDS[stage] : null;
  });
  /** Any of the library can follow. */
  protected readonly followers = computed(() =>
    (this.worksheets.value()?.items ?? []).map(({ id, title }): Choice => ({ key: id, label: title })),
  );
  protected readonly people = computed((): Choice[] => {
    const couple = this.couple.value();
    if (!couple) return [];
    const partners = couple.partners.map(({ clientId, callName }) => ({
      key: clientId,
      label: callName ?? $localize`Partner`,
    }));
    const one = this.personId();
    return [
      ...partners.filter(({ key }) => one === null || key === one),
      { key: 'each', label: $localize`Each, privately` },
      { key: 'together', label: $localize`Together, on one sheet` },
    ];
  });
  protected readonly addressee = computed(
    () =>
      this.to() ??
      this.personId() ??
      usualAddressee(this.worksheet()?.audience ?? null, partsIn(this.couple.value()?.partners ?? [], this.event())),
  );

  open(worksheetId: string | null = null): void {
    this.key = crypto.randomUUID();
    this.worksheetId.set(worksheetId);
    this.to.set(null);
    this.about.set('');
    this.wrong.set('');
    this.safetyMissing.set(false);
    this.words.set('');
    this.named.set(worksheetId !== null);
    this.showAll.set(false);
    this.reason.set('');
    this.reasonAsked.set(false);
    this.message.set('');
    this.pacing.set(usualPacing(dayIn(USUAL_DAYS, new Date())));
    this.opened.set(true);
    this.dialog().open();
  }

  protected cancel(): void {
    this.dialog().close();
  }

  protected choose(worksheetId: string | null): void {
    this.worksheetId.set(worksheetId);
    this.safetyMissing.set(false);
    this.reasonAsked.set(false);
    this.wrong.set('');
  }

  protected showRest(): void {
    this.showAll.set(true);
  }

  protected async assign(): Promise<void> {
    const worksheetId = this.worksheetId();
    if (this.sending()) return;
    if (!worksheetId) return this.wrong.set($localize`Choose a worksheet.`);
    const to: To | null = addresseeOf(
      this.addressee(),
      this.personId(),
      this.coupleId() ?? this.couple.value()?.id ?? null,
    );
    if (!to) return this.wrong.set($localize`Choose who it is for.`);
    const wish = wishOf(this.pacing());
    if (wish === 'days') return this.wrong.set($localize`Say after how many days, in whole days.`);
    if (wish === 'steps') return this.wrong.set($localize`Choose what follows, or give it once.`);
    const message = this.message().trim();
    const reason = this.reason().trim();
    if (this.reasonNeeded() && reason.length < LEAST_REASON)
      return this.wrong.set($localize`A few words on why it fits now: one short sentence is enough.`);
    const body: NewAssignment = {
      ...{ worksheetId, ...to, ...wish },
      ...(this.about() ? { betrayalId: this.about() } : {}),
      ...(message ? { message } : {}),
      ...(this.reasonNeeded() ? { earlyReason: reason } : {}),
    };
    this.sending.set(true);
    this.wrong.set('');
    try {
      await this.api.post<NewAssignmentsDto>('/assignments', body, { idempotencyKey: this.key });
      this.dialog().close();
      const title = this.worksheet()?.title ?? '';
      this.toasts.say($localize`${title}:title: is given.`);
      this.assigned.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      // A refused request was not carried out: the next try is a new one.
      this.key = crypto.randomUUID();
      if (problem.code === 'safety_check_missing') this.safetyMissing.set(true);
      else if (problem.code === 'stage_reason_needed') this.reasonAsked.set(true);
      else if (problem.code === 'alone_only')
        this.wrong.set($localize`This one is for each alone: nothing on it may come before a partner.`);
      else this.wrong.set(`${problem.words.failed} ${problem.words.next}`);
    } finally {
      this.sending.set(false);
    }
  }

  protected afterCheck(): void {
    this.safetyMissing.set(false);
    void this.assign();
  }
}

function choiceOf({ id, title, minutes, questions, offer }: WorksheetDto): Choice {
  const size = $localize`${questions}:questions: questions, about ${minutes}:minutes: minutes`;
  const why = offerWords(offer);
  return { key: id, label: title, note: why ? `${why}. ${size}` : size };
}
