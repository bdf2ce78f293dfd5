import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type {
  AssignmentDto,
  BoundaryDto,
  CoupleDto,
  CoupleSafetyDto,
  DeskDto,
  PartnerDto,
  SessionDto,
  SharedDto,
} from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Theme } from '../../core/theme';
import { clock, dated, shortDay, shortWeekday } from '../../kit/clock';
import { Person } from '../../kit/person/person';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { ROLE_WORDS, STAGE_WORDS } from '../couple-words';
import { PlanSession } from '../session/plan-session';
import { plannedWords } from '../session/planned-words';
import { Assign } from '../assign/assign';
import { isInForce } from './commitment-words';
import { CoupleBetrayals } from './couple-betrayals';
import { CoupleAgreements } from './couple-agreements';
import { CoupleCommitments } from './couple-commitments';
import { CoupleEdit } from './couple-edit';
import { CoupleEnd } from './couple-end';
import { CoupleEnded } from './couple-ended';
import { CoupleListening } from './couple-listening';
import { CoupleNextStep } from './couple-next-step';
import { CoupleSafety } from './couple-safety';
import { CoupleScales } from './couple-scales';
import { CoupleStages } from './couple-stages';
import { safetyWords } from './safety-words';
import { homeworkWords, openHomework, type HomeworkLine } from './homework-words';

/** One column: a partner and what is open on their side. */
interface Side {
  order: 'a' | 'b';
  partner: PartnerDto;
  name: string;
  role: string;
  /** For clinicians; null while it is not known, or not theirs to know. */
  safety: string | null;
  homework: HomeworkLine[];
  /** What this partner let the other read. */
  shared: SharedDto[];
}

/** How many of the newest a column names. */
const SHARED = 3;

/** A couple at work: A, us and B side by side, and nothing of the one in the column of the other. */
@Component({
  selector: 'kept-couple',
  imports: [
    Assign,
    CoupleAgreements,
    CoupleBetrayals,
    CoupleCommitments,
    CoupleEdit,
    CoupleEnd,
    CoupleEnded,
    CoupleListening,
    CoupleNextStep,
    CoupleSafety,
    CoupleScales,
    CoupleStages,
    Person,
    PlanSession,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './couple.html',
  host: {
    '(document:keydown.v)': 'toggleByKey($event)',
    '(document:keydown.1)': "goToColumn($event, 'a')",
    '(document:keydown.2)': "goToColumn($event, 'us')",
    '(document:keydown.3)': "goToColumn($event, 'b')",
  },
})
export class Couple {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  private readonly theme = inject(Theme);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(Title);
  private readonly editing = viewChild(CoupleEdit);

  protected readonly couple = read<CoupleDto>(() => `/couples/${this.id()}`);
  private readonly joint = read<{ items: AssignmentDto[] }>(() => `/assignments?coupleId=${this.id()}&limit=100`);
  private readonly first = read<{ items: AssignmentDto[] }>(() => this.homeworkOf(0));
  private readonly second = read<{ items: AssignmentDto[] }>(() => this.homeworkOf(1));
  protected readonly mayReadBoundaries = computed(() => this.login.can('boundaries:read'));
  protected readonly boundaries = read<{ items: BoundaryDto[] }>(() =>
    this.mayReadBoundaries() ? `/couples/${this.id()}/boundaries?limit=100` : undefined,
  );
  protected readonly inForce = computed(() => (this.boundaries.value()?.items ?? []).filter(isInForce));
  protected readonly nextReview = computed(
    () =>
      this.inForce()
        .map(({ reviewOn }) => reviewOn)
        .toSorted()[0],
  );
  private readonly firstShared = read<{ items: SharedDto[] }>(() => this.sharedBefore(1));
  private readonly secondShared = read<{ items: SharedDto[] }>(() => this.sharedBefore(0));
  private readonly sessions = read<{ items: SessionDto[] }>(() => `/sessions?coupleId=${this.id()}&limit=100`);
  private readonly assigning = viewChild(Assign);
  private readonly isActive = computed(() => this.couple.value()?.status === 'active');
  protected readonly safety = read<CoupleSafetyDto>(() =>
    this.isActive() && this.login.can('safety-checks:read') ? `/couples/${this.id()}/safety` : undefined,
  );
  protected readonly mayListen = computed(() => this.login.can('listening:read'));
  /** How many are open is said to staff alone. */
  protected readonly desk = read<DeskDto>(() =>
    this.login.can('questions:read') ? `/couples/${this.id()}/question-desk` : undefined,
  );
  protected readonly mayAssign = computed(() => this.isActive() && this.login.can('assignments:assign'));
  protected readonly mayChange = computed(() => this.isActive() && this.login.can('couples:change'));
  protected readonly maySeeEvents = computed(() => this.login.can('betrayals:read'));
  protected readonly mayCompare = computed(() => this.login.can('scales:compare'));
  protected readonly maySeeStages = computed(() => this.login.can('couples:stages'));
  /** Once their work has ended nothing is shared any more. */
  protected readonly maySeeShared = computed(
    () => this.login.can('releases:read') && this.couple.value()?.status === 'active',
  );
  /** The screen is turned round: private lines and counts are gone. */
  protected readonly sessionView = signal(false);

  protected readonly dated = dated;
  protected readonly stage = computed(() => {
    const stage = this.couple.value()?.stage;
    return stage ? `${STAGE_WORDS[stage]}.` : $localize`No stage named yet.`;
  });
  protected readonly sides = computed<Side[]>(() =>
    (this.couple.value()?.partners ?? []).map((partner, index) => ({
      order: index === 0 ? ('a' as const) : ('b' as const),
      partner,
      name: partner.callName ?? $localize`Partner`,
      role: ROLE_WORDS[partner.role],
      safety: this.safetyOf(partner),
      shared: (index === 0 ? this.firstShared : this.secondShared).value()?.items ?? [],
      homework: openHomework((index === 0 ? this.first : this.second).value()?.items ?? [], partner.clientId),
    })),
  );
  protected readonly together = computed(() => openHomework(this.joint.value()?.items ?? [], null));
  protected readonly next = computed(() => this.plannedSessions().find((one) => Date.parse(one.endsAt) >= Date.now()));
  protected readonly last = computed(() =>
    this.plannedSessions().findLast((one) => Date.parse(one.endsAt) < Date.now() && one.status === 'held'),
  );
  private readonly plannedSessions = computed(() =>
    (this.sessions.value()?.items ?? [])
      .filter((one) => one.status !== 'cancelled')
      .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
  );
  protected readonly homeworkWords = homeworkWords;
  protected readonly clock = clock;
  protected readonly shortDay = shortDay;
  protected readonly shortWeekday = shortWeekday;

  constructor() {
    effect(() => {
      const couple = this.couple.value();
      if (couple) this.title.setTitle(`${couple.displayName} · Kept`);
    });
  }

  /** A partner whom one does not treat alone shows what belongs to the couple's work, and nothing else. */
  private homeworkOf(index: number): string | undefined {
    const partner = this.couple.value()?.partners[index];
    return partner?.displayName ? `/assignments?clientId=${partner.clientId}&limit=100` : undefined;
  }

  /** What comes before the eyes of this partner is what the other one shared. */
  private sharedBefore(index: number): string | undefined {
    const reader = this.couple.value()?.partners[index];
    return reader && this.maySeeShared()
      ? `/couples/${this.id()}/shared?limit=${SHARED}&reader=${reader.clientId}`
      : undefined;
  }

  protected toggleSessionView(): void {
    this.sessionView.update((on) => !on);
  }

  protected toggleByKey(event: Event): void {
    if (this.isKeyForPage(event)) this.toggleSessionView();
  }

  protected goToColumn(event: Event, column: 'a' | 'us' | 'b'): void {
    if (this.isKeyForPage(event)) document.getElementById(`column-${column}`)?.focus();
  }

  private isKeyForPage(event: Event): boolean {
    const target = event.target as HTMLElement;
    return this.theme.singleKeys() && !target.closest('input, select, textarea, dialog, [contenteditable]');
  }

  private safetyOf({ clientId }: PartnerDto): string | null {
    const safety = this.safety.value()?.partners.find((each) => each.clientId === clientId);
    return safety ? safetyWords(safety) : null;
  }

  protected rereadHomework(): void {
    for (const list of [this.joint, this.first, this.second]) list.reload();
  }

  protected openAssign(): void {
    this.assigning()?.open();
  }

  protected openEdit(): void {
    this.editing()?.open();
  }

  protected sayPlanned(session: SessionDto): void {
    this.sessions.reload();
    this.toasts.say(plannedWords(session, this.login.me()?.clinic.timeZone));
  }
}
