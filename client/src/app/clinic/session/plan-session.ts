import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { CoupleDto, SeriesInput, SessionDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { dayAfter, instantAt, wallDay } from '../../core/wall-clock';
import { weekday } from '../../kit/clock';
import { DateField } from '../../kit/date-field/date-field';
import { Dialog } from '../../kit/dialog/dialog';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { Select } from '../../kit/select/select';
import type { About } from '../note/whose';
import { ClientPicker } from '../pick/client-picker';
import { RepeatFields } from './repeat-fields';
import { lengthsWith, MODALITIES } from './session-choices';

const USUAL = '50';

/**
 * Plans a session with a person or couple. `open({ clientId } | { coupleId })` from a chart knows with whom; `open()`
 * from Today or the calendar asks.
 */
@Component({
  selector: 'kept-plan-session',
  imports: [ClientPicker, DateField, Dialog, RadioGroup, RepeatFields, Select],
  templateUrl: './plan-session.html',
})
export class PlanSession {
  /** First proposal, `YYYY-MM-DD`; tomorrow when left out. */
  readonly day = input<string>();
  readonly planned = output<SessionDto>();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly dialog = viewChild.required<Dialog>('dialog');
  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');

  protected readonly asked = signal(false);
  protected readonly about = signal<About | null>(null);
  private readonly couple = read<CoupleDto>(() => {
    const id = this.coupleId();
    return this.asked() && id ? `/couples/${id}` : undefined;
  });

  protected readonly chosen = signal<About | null>(null);
  private readonly picker = viewChild(ClientPicker);
  private readonly whom = computed(() => this.about() ?? this.chosen());
  protected readonly coupleId = computed(() => this.whom()?.coupleId ?? undefined);
  private readonly clientId = computed(() => this.whom()?.clientId ?? undefined);
  protected readonly attending = computed(() => [
    { key: 'both', label: $localize`Both` },
    ...(this.couple.value()?.partners ?? []).map(({ clientId, callName }) => ({
      key: clientId,
      label: $localize`${callName ?? ''}:name: only`,
    })),
  ]);
  protected readonly attendee = linkedSignal<string | undefined, string | null>({
    source: this.coupleId,
    computation: () => 'both',
  });
  protected readonly from = signal<string | null>(null);
  protected readonly minutes = signal(USUAL);
  protected readonly modality = signal<string | null>('in_person');
  protected readonly lengths = lengthsWith();
  protected readonly modalities = MODALITIES;
  protected readonly repeat = signal<SeriesInput | null>(null);
  private readonly repeating = viewChild.required(RepeatFields);
  /** Some of those that come again meet another session: planned without them when it is said once more. */
  protected readonly leaveOut = signal(false);
  protected readonly whoMissing = signal(false);
  protected readonly missingWords = $localize`Choose with whom.`;
  protected readonly timeWrong = signal<string | null>(null);
  protected readonly failure = signal('');
  protected readonly sending = signal(false);
  protected readonly whenWords = computed(() => {
    const from = this.from();
    return from ? weekday(instantAt(from, this.zone()), this.zone()) : '';
  });

  open(about: About | null = null): void {
    this.about.set(about);
    this.asked.set(true);
    this.picker()?.clear();
    this.failure.set('');
    this.timeWrong.set(null);
    this.whoMissing.set(false);
    this.leaveOut.set(false);
    this.repeating().clear();
    const today = wallDay(new Date(), this.zone());
    this.from.set(`${this.day() ?? dayAfter(today, 1)}T10:00`);
    this.dialog().open();
  }

  protected close(): void {
    this.dialog().close();
  }

  protected async plan(): Promise<void> {
    const from = this.from();
    const [clientId, coupleId] = [this.clientId(), this.coupleId()];
    this.whoMissing.set(!clientId && !coupleId);
    this.timeWrong.set(from ? null : $localize`Say the day and the time.`);
    const whole = this.repeating().isWhole();
    if (!from || !whole || this.whoMissing() || this.sending()) return;
    const startsAt = instantAt(from, this.zone());
    const endsAt = new Date(Date.parse(startsAt) + Number(this.minutes()) * 60_000).toISOString();
    const attendee = this.attendee();
    const whose = coupleId
      ? { coupleId, ...(attendee && attendee !== 'both' ? { attendeeIds: [attendee] } : {}) }
      : { clientId };
    this.sending.set(true);
    this.failure.set('');
    try {
      const again = this.repeat();
      const repeat = again ? { repeat: again, leaveOutClashes: this.leaveOut() } : {};
      const body = { ...whose, startsAt, endsAt, modality: this.modality(), ...repeat };
      this.planned.emit(await this.api.post<SessionDto>('/sessions', body, { idempotencyKey: crypto.randomUUID() }));
      this.close();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'double_booked') {
        this.timeWrong.set(problem.words.failed);
        this.leaveOut.set(this.repeat() !== null && !this.leaveOut());
      } else if (problem.kind === 'invalid') this.timeWrong.set(problem.words.failed);
      else this.failure.set(`${problem.words.failed} ${problem.words.next}`);
    } finally {
      this.sending.set(false);
    }
  }
}
