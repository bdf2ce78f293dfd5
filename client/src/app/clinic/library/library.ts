import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AssignmentDto, ClientDto, CoupleDto, WorksheetDto } from '../../../api/types.gen';
import { Api, query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf, type Problem } from '../../core/problems';
import { Checkbox } from '../../kit/checkbox/checkbox';
import type { Choice } from '../../kit/choice';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Tabs } from '../../kit/tabs/tabs';
import { TextField } from '../../kit/text-field/text-field';
import { Assign } from '../assign/assign';
import { STAGE_WORDS, type Stage } from '../couple-words';
import { AUDIENCE_WORDS, BY_WORDS, offerWords, ORIGIN_CHOICES, sourceWords } from './library-words';
import { LATEST, shelvesOf, usedLately } from './library.rules';

/** Every worksheet there is to give, what suits whom it is looked up for first; one of them opened beside the list. */
@Component({
  selector: 'kept-library',
  imports: [Assign, Checkbox, ProblemNotice, RouterLink, Row, RowNav, Select, Skeleton, Tabs, TextField],
  templateUrl: './library.html',
})
export class Library {
  /** From the address: key of the worksheet shown; for whom, if somebody was on screen before. */
  readonly show = input<string>();
  readonly clientId = input<string>();
  readonly coupleId = input<string>();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly dialog = viewChild.required(Assign);

  private readonly client = read<ClientDto>(() => (this.clientId() ? `/clients/${this.clientId()}` : undefined));
  private readonly couple = read<CoupleDto>(() => {
    const id = this.coupleId() ?? this.client.value()?.coupleId;
    return id ? `/couples/${id}` : undefined;
  });
  private readonly given = read<{ items: AssignmentDto[] }>(() => `/assignments?limit=${LATEST}`);

  protected readonly words = signal('');
  protected readonly stage = signal('');
  protected readonly onlyLately = signal(false);
  /** Empty, "own", "shared", or "retired": one's own that are no longer given out. */
  protected readonly origin = signal('');
  protected readonly origins = ORIGIN_CHOICES;
  /** "anyone", "together", a role, or a partner of the couple by id. */
  protected readonly whom = linkedSignal(() => this.clientId() ?? 'anyone');
  protected readonly list = read<{ items: WorksheetDto[] }>(() => `/worksheets${query(this.asked())}`);

  protected readonly stages = (Object.keys(STAGE_WORDS) as Stage[]).map((key) => ({ key, label: STAGE_WORDS[key] }));
  protected readonly people = computed((): Choice[] => {
    const partners = (this.couple.value()?.partners ?? []).filter(({ displayName }) => displayName);
    const named = partners.map(({ clientId, callName }) => ({ key: clientId, label: callName ?? '' }));
    const one = this.client.value();
    return [
      { key: 'anyone', label: $localize`Anyone` },
      ...(named.length
        ? named
        : one
          ? [{ key: one.id, label: one.preferredName || one.givenName }]
          : [
              { key: 'injured', label: $localize`Injured` },
              { key: 'involved', label: $localize`Involved` },
            ]),
      ...(one && !named.length ? [] : [{ key: 'together', label: $localize`Together` }]),
    ];
  });
  /** "For Maya & Tom K. Stage 2, understanding what happened." */
  protected readonly forWhom = computed(() => {
    const couple = this.couple.value();
    const name = this.client.value()?.displayName ?? couple?.displayName;
    if (!name) return null;
    return couple?.stage
      ? $localize`For ${name}:name: ${STAGE_WORDS[couple.stage]}:stage:.`
      : $localize`For ${name}:name:`;
  });
  /** The stage is theirs; only where nobody is named it is a filter. */
  protected readonly mayPickStage = computed(() => !this.clientId() && !this.coupleId());
  protected readonly lately = computed(() => usedLately(this.given.value()?.items ?? []));
  protected readonly found = computed(() =>
    (this.list.value()?.items ?? []).filter(
      (sheet) =>
        (this.whom() !== 'together' || sheet.audience === 'joint' || sheet.audience === 'both') &&
        (!['own', 'shared'].includes(this.origin()) || sheet.source === this.origin()) &&
        (!this.onlyLately() || this.lately().includes(sheet.key)),
    ),
  );
  protected readonly shelves = computed(() => shelvesOf(this.found()));
  protected readonly picked = computed(() => {
    const sheets = this.shelves().flatMap((shelf) => shelf.sheets);
    return sheets.find(({ key }) => key === this.show()) ?? sheets[0] ?? null;
  });
  protected readonly mayAssign = computed(() => this.login.can('assignments:assign'));
  protected readonly tabs = [
    { link: '/library', label: $localize`Worksheets`, exact: true },
    { link: '/library/scales', label: $localize`Scales` },
  ];
  protected readonly audience = AUDIENCE_WORDS;
  protected readonly by = BY_WORDS;
  protected readonly offerWords = offerWords;
  protected readonly sourceWords = sourceWords;
  protected readonly mayMake = computed(() => this.login.can('worksheets:make'));
  protected readonly making = signal(false);
  protected readonly refusal = signal<Problem | null>(null);

  /** What the server is asked: words, and for whom as far as somebody is named. */
  private asked(): Record<string, string | number | undefined> {
    const whom = this.whom();
    const isRole = whom === 'injured' || whom === 'involved';
    const isPerson = !isRole && whom !== 'anyone' && whom !== 'together';
    const coupleId = this.coupleId() ?? this.couple.value()?.id;
    return {
      limit: 100,
      q: this.words().trim(),
      status: this.origin() === 'retired' ? 'retired' : undefined,
      role: isRole ? whom : undefined,
      stage: this.mayPickStage() ? this.stage() : undefined,
      clientId: isPerson ? whom : coupleId ? undefined : this.clientId(),
      coupleId: isPerson ? undefined : coupleId,
    };
  }

  /** Starts one, empty or as a copy, and goes where it is written. */
  protected async make(from?: WorksheetDto): Promise<void> {
    if (this.making()) return;
    this.making.set(true);
    this.refusal.set(null);
    try {
      const body = from ? { copyOf: from.id } : { title: $localize`New worksheet` };
      const { id } = await this.api.post<WorksheetDto>('/worksheets', body);
      await this.router.navigate(['/library', id, 'edit']);
    } catch (thrown) {
      this.refusal.set(problemOf(thrown));
    } finally {
      this.making.set(false);
    }
  }

  protected openAssign(worksheet: WorksheetDto): void {
    this.dialog().open(worksheet.id);
  }

  protected goToHomework(): void {
    const clientId = this.clientId();
    if (clientId) void this.router.navigate(['/clients', clientId, 'homework']);
    this.given.reload();
  }
}
