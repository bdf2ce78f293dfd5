import { Component, computed, inject, linkedSignal, output, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CoupleDto, SessionChange, SessionDto, SessionSeriesDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { weekday } from '../../kit/clock';
import { Dialog } from '../../kit/dialog/dialog';
import { briefOf } from '../brief/brief-link';
import { modalityWords } from '../note/note-heading';
import { SessionNotes } from '../note/session-notes';
import { StartNote } from '../note/start-note';
import { CancelSession } from './cancel-session';
import { MoveSession } from './move-session';
import { isNoteDue, outcomeWords, REASON_WORDS, spanWords } from './session-words';
import { seriesWords } from './series-words';
import { WhoCame } from './who-came';

type Part = 'look' | 'move' | 'cancel' | 'came';

/** One session over the page it was opened on: what it is, and all that can be done with it. */
@Component({
  selector: 'kept-session-card',
  imports: [CancelSession, Dialog, MoveSession, RouterLink, SessionNotes, WhoCame],
  templateUrl: './session-card.html',
})
export class SessionCard {
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly starting = inject(StartNote);
  private readonly dialog = viewChild.required<Dialog>('dialog');
  protected readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly session = signal<SessionDto | null>(null);
  protected readonly part = signal<Part>('look');
  protected readonly failure = signal('');
  /** The page the session was opened on, to come back to. */
  protected readonly here = signal('');
  protected readonly sending = signal(false);
  private readonly couple = read<CoupleDto>(() => {
    const session = this.session();
    return session?.coupleId ? `/couples/${session.coupleId}` : undefined;
  });
  protected readonly series = read<SessionSeriesDto>(() => {
    const session = this.session();
    return session?.seriesId ? `/sessions/${session.id}/series` : undefined;
  });
  protected readonly people = computed(() => {
    const session = this.session();
    const names = new Map(this.couple.value()?.partners.map((each) => [each.clientId, each.callName ?? '']));
    return (session?.attendeeIds ?? []).map((key) => ({ key, label: names.get(key) ?? session?.who ?? '' }));
  });
  protected readonly heading = computed(() => this.session()?.who ?? '');
  protected readonly whenWords = computed(() => {
    const session = this.session();
    if (!session) return '';
    const when = `${weekday(session.startsAt, this.zone())}, ${spanWords(session, this.zone())}`;
    return `${when}, ${modalityWords(session.modality)}`;
  });
  protected readonly outcome = computed(() => {
    const session = this.session();
    if (!session) return '';
    const reason = session.cancellation?.reason;
    return [outcomeWords(session), reason && REASON_WORDS[reason]].filter(Boolean).join(' · ');
  });
  protected readonly seriesWords = computed(() => seriesWords(this.series.value()));
  protected readonly begun = linkedSignal(() => Date.parse(this.session()?.startsAt ?? '') <= Date.now());
  protected readonly due = computed(() => {
    const session = this.session();
    return session !== null && isNoteDue(session, Date.now());
  });

  /** In a session that has begun and took place, each who came answers for themselves: nobody before it is known who is who. */
  protected readonly mayAsk = computed(() => {
    const session = this.session();
    if (!session || !['planned', 'held'].includes(session.status)) return false;
    const named = !session.coupleId || this.couple.value() !== undefined;
    return this.begun() && named && this.login.can('scales:answer');
  });
  /** Ahead of it and while it runs: what one wants to know of those who come. */
  protected readonly mayPrepare = computed(() => {
    const session = this.session();
    return session?.status === 'planned' && Date.parse(session.endsAt) > Date.now() && this.login.can('briefs:read');
  });
  /** A further note on what one held oneself. */
  protected readonly mayAdd = computed(
    () => this.session()?.therapistId === this.login.me()?.id && this.login.can('notes:write'),
  );
  protected readonly briefOf = briefOf;
  protected readonly callName = (id: string): string => this.people().find(({ key }) => key === id)?.label ?? '';

  open(session: SessionDto): void {
    this.session.set(session);
    this.here.set(this.router.url);
    this.part.set('look');
    this.failure.set('');
    this.dialog().open();
  }

  protected turnTo(part: Part): void {
    this.failure.set('');
    this.part.set(part);
  }

  protected async change(change: SessionChange): Promise<void> {
    const session = this.session();
    if (!session || this.sending()) return;
    this.sending.set(true);
    this.failure.set('');
    try {
      const path = `/sessions/${session.id}`;
      this.session.set(await this.api.patch<SessionDto>(path, change, { ifMatch: session.version }));
      this.part.set('look');
      this.changed.emit();
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.failure.set(
        problem.kind === 'state' ? problem.words.failed : `${problem.words.failed} ${problem.words.next}`,
      );
      if (problem.kind === 'stale') this.changed.emit();
    } finally {
      this.sending.set(false);
    }
  }

  protected async startNote(session: SessionDto): Promise<void> {
    try {
      await this.starting.forSession(session.id);
    } catch (thrown) {
      this.failure.set(problemOf(thrown).words.failed);
    }
  }

  protected async goTo(session: SessionDto): Promise<void> {
    this.dialog().close();
    await this.router.navigate(session.clientId ? ['/clients', session.clientId] : ['/couples', session.coupleId]);
  }
}
