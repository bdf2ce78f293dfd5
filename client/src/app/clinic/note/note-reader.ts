import { afterRenderEffect, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { NoteDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { Once } from '../../core/once';
import { problemOf } from '../../core/problems';
import { shortWeekday, stamp } from '../../kit/clock';
import { MarkedText, type Piece } from '../../kit/marked-text/marked-text';
import { SignedStamp } from '../../kit/signed-stamp/signed-stamp';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { CosignPanel } from './cosign-panel';
import { isLateEntry, noteReaders, noteTimes, noteTitle } from './note-heading';
import { NoteKnown } from './note-known';
import { groupsOf, isWritten, partsOf } from './note-text';
import { addendumPlace, shownHere } from '../search/note-search';
import type { Whose } from './whose';

/** A note that stands: read-only, with what was added later below it. */
@Component({
  selector: 'kept-note-reader',
  imports: [CosignPanel, MarkedText, NoteKnown, SignedStamp, TextArea, TextField],
  templateUrl: './note-reader.html',
})
export class NoteReader {
  readonly note = input.required<NoteDto>();
  readonly whose = input.required<Whose>();
  readonly changed = output<NoteDto>();
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  private readonly once = new Once();

  protected readonly adding = signal(false);
  protected readonly marking = signal(false);
  protected readonly words = signal('');
  protected readonly reason = signal('');
  protected readonly failure = signal('');
  protected readonly sending = signal(false);
  protected readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly title = computed(() => noteTitle(this.note(), this.zone()));
  protected readonly subtitle = computed(() => {
    const note = this.note();
    return `${noteTimes(note, this.zone())} ${noteReaders(note, this.whose().name())}`.trim();
  });
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly isMine = computed(() => this.note().authorId === this.login.me()?.id);
  protected readonly mayAdd = computed(
    () => this.login.can('notes:write') && ['signed', 'awaiting_cosign'].includes(this.note().status),
  );
  protected readonly mayCosign = computed(
    () => this.note().status === 'awaiting_cosign' && !this.isMine() && this.login.can('notes:cosign'),
  );
  private readonly all = computed(() => partsOf(this.note()));
  /** A long form is read without what was left empty, which is named below it. */
  private readonly isLong = computed(() => groupsOf(this.note().format).length > 1);
  protected readonly parts = computed(() => (this.isLong() ? this.all().filter(isWritten) : this.all()));
  protected readonly leftEmpty = computed(() =>
    this.isLong()
      ? this.all()
          .filter((part) => !isWritten(part))
          .map(({ label }) => label)
          .join(', ')
      : '',
  );
  protected readonly present = computed(() => {
    const { attendeeIds, attendedIds } = this.note().facts ?? { attendeeIds: [], attendedIds: null };
    return (attendedIds ?? attendeeIds)
      .map((id) => this.whose().callName(id))
      .filter(Boolean)
      .sort()
      .join(', ');
  });
  protected readonly lateEntry = computed(() => {
    const { happenedAt, createdAt } = this.note();
    if (!isLateEntry(this.note(), this.zone())) return null;
    return { of: shortWeekday(happenedAt, this.zone()), on: shortWeekday(createdAt, this.zone()) };
  });

  /** What was searched for before this was opened, marked in it. */
  protected readonly shown = shownHere();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      // After the focus has gone to the heading, which would bring that into view again.
      if (this.shown()) requestAnimationFrame(() => markIn(host)?.scrollIntoView({ block: 'center' }));
    });
  }

  protected piecesOf(words: string): Piece[] {
    return this.shown()?.piecesOf(words || '–') ?? [{ text: words || '–', found: false }];
  }

  protected readonly placeOf = addendumPlace;

  protected when(at: string): string {
    return stamp(at, this.zone());
  }

  protected add(): Promise<void> {
    const reason = this.reason().trim();
    return this.send('addenda', { text: this.words(), ...(reason ? { reason } : {}) });
  }

  protected markAsError(): Promise<void> {
    return this.send('entered-in-error', { reason: this.reason() });
  }

  private async send(act: string, body: object): Promise<void> {
    if (this.sending() || this.offline()) return;
    this.sending.set(true);
    this.failure.set('');
    try {
      const path = `/notes/${this.note().id}/${act}`;
      const note = await this.api.post<NoteDto>(path, body, { idempotencyKey: this.once.keyOf([path, body]) });
      this.once.done();
      this.changed.emit(note);
      this.close();
    } catch (thrown) {
      const { failed, safe } = problemOf(thrown).words;
      this.failure.set(`${failed} ${safe}`);
    } finally {
      this.sending.set(false);
    }
  }

  protected close(): void {
    this.adding.set(false);
    this.marking.set(false);
    this.words.set('');
    this.reason.set('');
    this.failure.set('');
  }
}

/** The first of what is marked; of an addendum that the address names, the first in there. */
function markIn(page: HTMLElement): Element | null {
  const place = page.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
  return (place ?? page).querySelector('mark');
}
