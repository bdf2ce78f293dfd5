import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDto, CoupleDto, DeskDto, PartnerDto, SessionDto, SharedDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { clock, dated, shortDay, shortWeekday } from '../../kit/clock';
import { Person } from '../../kit/person/person';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Tabs, type Tab } from '../../kit/tabs/tabs';
import { Toasts } from '../../kit/toast/toasts';
import { ROLE_WORDS, STAGE_WORDS } from '../couple-words';
import { PlanTab } from '../plan/plan-tab';
import { COUPLE_KEYS } from '../keys/key-words';
import { pageKeys } from '../keys/page-keys';
import { PlannedScales } from '../check-ins/planned-scales';
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
import { readCoupleLists } from './couple-lists';
import { CoupleNextStep } from './couple-next-step';
import { type CouplePart, COUPLE_PARTS } from './couple-parts';
import { CoupleSafety } from './couple-safety';
import { CoupleScales } from './couple-scales';
import { CoupleStages } from './couple-stages';
import { agreementsWaiting, checksWaiting, commitmentsWaiting, listeningWaiting } from './couple-waits.rules';
import { PolicyLine } from './secrets/policy-line';
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

const PART_WORDS: Record<CouplePart, string> = {
  scales: $localize`Scales`,
  plan: $localize`Plan`,
  commitments: $localize`Commitments`,
  agreements: $localize`Open for a while`,
  listening: $localize`Listening`,
  safety: $localize`Safety`,
  history: $localize`History`,
};

/** The permission to read each. */
const PART_NEEDS: Record<CouplePart, string> = {
  scales: 'scales:compare',
  plan: 'plans:read',
  commitments: 'boundaries:read',
  agreements: 'agreements:read',
  listening: 'listening:read',
  safety: 'safety-checks:read',
  history: 'betrayals:read',
};

/** How many of the newest a column names. */
const SHARED = 3;

/**
 * A couple at work: A, us and B side by side, and nothing of the one in the column of the other. Below them a tab for each
 * part of the work, with an address of its own.
 */
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
    PlannedScales,
    PlanSession,
    PlanTab,
    PolicyLine,
    ProblemNotice,
    RouterLink,
    Skeleton,
    Tabs,
  ],
  templateUrl: './couple.html',
})
export class Couple {
  readonly id = input.required<string>();
  /** From the address. */
  readonly part = input<CouplePart>('scales');
  private readonly login = inject(Login);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(Title);
  private readonly router = inject(Router);
  private readonly editing = viewChild(CoupleEdit);

  protected readonly couple = read<CoupleDto>(() => `/couples/${this.id()}`);
  private readonly joint = read<{ items: AssignmentDto[] }>(
    () => `/assignments?coupleId=${this.id()}&status=pending&limit=100`,
  );
  private readonly first = read<{ items: AssignmentDto[] }>(() => this.homeworkOf(0));
  private readonly second = read<{ items: AssignmentDto[] }>(() => this.homeworkOf(1));
  protected readonly isActive = computed(() => this.couple.value()?.status === 'active');
  protected readonly lists = readCoupleLists(this.id, this.isActive);
  protected readonly inForce = computed(() => (this.lists.boundaries.value()?.items ?? []).filter(isInForce));
  protected readonly nextReview = computed(
    () =>
      this.inForce()
        .map(({ reviewOn }) => reviewOn)
        .toSorted()[0],
  );
  private readonly firstShared = read<{ items: SharedDto[] }>(() => this.sharedBefore(1));
  private readonly secondShared = read<{ items: SharedDto[] }>(() => this.sharedBefore(0));
  private readonly openedAt = new Date().toISOString();
  private readonly ahead = read<{ items: SessionDto[] }>(() => this.sessionsOf({ from: this.openedAt }));
  private readonly behind = read<{ items: SessionDto[] }>(() =>
    this.sessionsOf({ to: this.openedAt, sort: '-startsAt' }),
  );
  private readonly assigning = viewChild(Assign);
  /** How many are open is said to staff alone. */
  protected readonly desk = read<DeskDto>(() =>
    this.login.can('questions:read') ? `/couples/${this.id()}/question-desk` : undefined,
  );
  protected readonly mayAssign = computed(() => this.isActive() && this.login.can('assignments:assign'));
  protected readonly mayChange = computed(() => this.isActive() && this.login.can('couples:change'));
  protected readonly mayRelease = this.login.can('record-releases:read');
  protected readonly mayPrepare = computed(() => this.isActive() && this.login.can('briefs:read'));
  protected readonly maySeeStages = computed(() => this.login.can('couples:stages'));
  /** Once their work has ended nothing is shared any more. */
  protected readonly maySeeShared = computed(
    () => this.login.can('releases:read') && this.couple.value()?.status === 'active',
  );
  /** The screen is turned round: private lines and counts are gone. */
  protected readonly sessionView = signal(false);
  private readonly parts = computed(() => COUPLE_PARTS.filter((part) => this.mayOpen(part)));
  protected readonly tabs = computed<Tab[]>(() =>
    this.parts().map((part) => ({
      link: `/couples/${this.id()}/${part}`,
      label: PART_WORDS[part],
      count: this.waiting(part),
    })),
  );
  /** Turned round, of all parts only what both may read is left. */
  protected readonly shown = computed(() => {
    if (this.sessionView()) return this.parts().find((part) => part === 'commitments');
    return this.parts().find((part) => part === this.part()) ?? this.parts()[0];
  });
  private partBefore: CouplePart = 'scales';

  protected readonly dated = dated;
  protected readonly stage = computed(() => {
    const stage = this.couple.value()?.stage;
    return stage ? `${STAGE_WORDS[stage]}.` : $localize`No stage named yet.`;
  });
  protected readonly asked = computed(() =>
    this.sides().map(({ partner, name }) => ({ clientId: partner.clientId, name })),
  );
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
  /** The one that is going on, or else the next. */
  protected readonly next = computed(
    () =>
      this.behind.value()?.items.find((one) => one.status !== 'cancelled' && Date.parse(one.endsAt) >= Date.now()) ??
      this.ahead.value()?.items.find((one) => one.status !== 'cancelled'),
  );
  protected readonly last = computed(() =>
    this.behind.value()?.items.find((one) => one.status === 'held' && Date.parse(one.endsAt) < Date.now()),
  );
  protected readonly homeworkWords = homeworkWords;
  protected readonly clock = clock;
  protected readonly shortDay = shortDay;
  protected readonly shortWeekday = shortWeekday;

  constructor() {
    pageKeys(
      {
        v: () => this.toggleSessionView(),
        1: () => this.goToColumn('a'),
        2: () => this.goToColumn('us'),
        3: () => this.goToColumn('b'),
      },
      () => COUPLE_KEYS,
    );
    effect(() => {
      const couple = this.couple.value();
      // Each tab is a page of the router's, which then writes a title of its own.
      this.part();
      if (couple) this.title.setTitle(`${couple.displayName} · Kept`);
    });
  }

  /** A partner whom one does not treat alone shows what belongs to the couple's work, and nothing else. */
  private homeworkOf(index: number): string | undefined {
    const partner = this.couple.value()?.partners[index];
    return partner?.displayName ? `/assignments?clientId=${partner.clientId}&status=pending&limit=100` : undefined;
  }

  /** As many as there may be called off in a row. */
  private sessionsOf(when: { from?: string; to?: string; sort?: string }): string {
    return `/sessions${query({ coupleId: this.id(), ...when, limit: 25 })}`;
  }

  /** What comes before the eyes of this partner is what the other one shared. */
  private sharedBefore(index: number): string | undefined {
    const reader = this.couple.value()?.partners[index];
    return reader && this.maySeeShared()
      ? `/couples/${this.id()}/shared?limit=${SHARED}&reader=${reader.clientId}`
      : undefined;
  }

  /** The address goes along: what is being worked on is not for the eyes of both either. */
  protected toggleSessionView(): void {
    if (!this.sessionView()) this.partBefore = this.part();
    this.sessionView.update((on) => !on);
    const part = this.sessionView() ? 'commitments' : this.partBefore;
    void this.router.navigate(['/couples', this.id(), part], { replaceUrl: true });
  }

  /** Of work that has ended nobody is asked about safety any more. */
  private mayOpen(part: CouplePart): boolean {
    return this.login.can(PART_NEEDS[part]) && (part !== 'safety' || this.isActive());
  }

  /** How much there waits for whoever may act on it. */
  private waiting(part: CouplePart): number {
    const { boundaries, promises, agreements, listening, safety } = this.lists;
    if (!this.isActive()) return 0;
    if (part === 'commitments' && this.login.can('boundaries:open'))
      return commitmentsWaiting(boundaries.value()?.items ?? [], promises.value()?.items ?? []);
    if (part === 'agreements' && this.login.can('agreements:open'))
      return agreementsWaiting(agreements.value()?.items ?? []);
    if (part === 'listening' && this.login.can('listening:open'))
      return listeningWaiting(listening.value()?.items ?? []);
    if (part === 'safety' && this.login.can('safety-checks:record'))
      return checksWaiting(safety.value()?.partners ?? []);
    return 0;
  }

  private goToColumn(column: 'a' | 'us' | 'b'): void {
    document.getElementById(`column-${column}`)?.focus();
  }

  private safetyOf({ clientId }: PartnerDto): string | null {
    const safety = this.lists.safety.value()?.partners.find((each) => each.clientId === clientId);
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
    this.ahead.reload();
    this.behind.reload();
    this.toasts.say(plannedWords(session, this.login.me()?.clinic.timeZone));
  }
}
