import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { AuditEventDto, CaseloadRowDto, StaffDto, VerificationDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { AuditRow } from '../../kit/audit-row/audit-row';
import { Pager } from '../../kit/pager/pager';
import { PeoplePicker } from '../../kit/people-picker/people-picker';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { ACTS, actWords, detailsOf, isUnusual, SPANS } from './audit.words';

const PAGE = 50;
/** Milliseconds of quiet before names are asked for. */
const PAUSE = 200;
const DAY = 86_400_000;

interface Page<T> {
  items: T[];
  next: string | null;
}

/** Who opened, changed or was refused what. What is asked for stands in the address, so that it can be kept and sent. */
@Component({
  selector: 'kept-access-log',
  imports: [AuditRow, Pager, PeoplePicker, ProblemNotice, Select, Skeleton],
  templateUrl: './access-log.html',
})
export class AccessLog {
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  /** From the address. */
  readonly who = input<string>();
  readonly whose = input<string>();
  readonly what = input<string>();
  readonly days = input<string>();

  protected readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  private readonly opened = Date.now();
  private readonly filters = computed(() => {
    const days = Number(this.days() ?? 7);
    const from = Number.isFinite(days) && days > 0 ? new Date(this.opened - days * DAY).toISOString() : undefined;
    return { who: this.who(), whose: this.whose(), what: this.what(), from };
  });
  /** Where each page so far began; the last is the one on show. */
  private readonly starts = signal<(string | null)[]>([null]);
  protected readonly log = read<Page<AuditEventDto>>(
    () => '/audit-events' + query({ ...this.filters(), limit: PAGE, cursor: this.starts().at(-1) }),
  );
  protected readonly verification = read<VerificationDto>(() => '/audit/verification');
  private readonly staff = read<Page<StaffDto>>(() => '/staff?limit=100');
  protected readonly people = computed(() =>
    (this.staff.value()?.items ?? []).map(({ id, displayName }) => ({ key: id, label: displayName })),
  );

  protected readonly typed = signal('');
  private readonly asked = signal('');
  private readonly clients = read<Page<CaseloadRowDto>>(() =>
    this.asked() ? '/clients' + query({ q: this.asked(), limit: 10 }) : undefined,
  );
  protected readonly found = computed(() =>
    (this.clients.value()?.items ?? []).map(({ id, displayName, partner }) => ({
      id,
      name: displayName,
      ...(partner ? { note: $localize`with ${partner.displayName}:name:` } : {}),
    })),
  );
  protected readonly hasFilters = computed(() => Boolean(this.who() ?? this.whose() ?? this.what()));
  protected readonly hasNewer = computed(() => this.starts().length > 1);
  protected readonly note = computed(() => {
    const count = this.log.value()?.items.length ?? 0;
    return this.hasNewer() ? $localize`${count}:count: shown` : $localize`Newest ${count}:count: shown`;
  });

  protected readonly acts = ACTS;
  protected readonly spans = SPANS;
  protected readonly words = actWords;
  protected readonly unusual = isUnusual;
  protected readonly details = detailsOf;

  constructor() {
    effect((cleanUp) => {
      const typed = this.typed().trim();
      const pause = setTimeout(() => this.asked.set(typed), PAUSE);
      cleanUp(() => clearTimeout(pause));
    });
    effect(() => {
      this.filters();
      untracked(() => this.starts.set([null]));
    });
  }

  protected ask(filter: { who?: string; whose?: string | null; what?: string; days?: string }): void {
    const queryParams = Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, value === '' ? null : value]),
    );
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    this.typed.set('');
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  protected goOlder(): void {
    this.starts.update((starts) => [...starts, this.log.value()?.next ?? null]);
  }

  protected goNewer(): void {
    this.starts.update((starts) => starts.slice(0, -1));
  }

  protected whoOf({ actorName, actorId }: AuditEventDto): string {
    return actorName ?? (actorId ? $localize`Somebody who has left` : $localize`The system`);
  }

  protected whoseOf({ clientName, coupleId }: AuditEventDto): string {
    return clientName ?? (coupleId ? $localize`A couple` : '');
  }
}
