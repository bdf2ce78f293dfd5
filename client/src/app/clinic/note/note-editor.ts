import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
  viewChild,
  afterNextRender,
  Injector,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { NoteDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { Once } from '../../core/once';
import { problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import type { Choice } from '../../kit/choice';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { Assign } from '../assign/assign';
import { DraftPaper } from './draft-paper';
import { ForRecordHint } from './for-record';
import { LastNote } from './last-note';
import { shownHere } from '../search/note-search';
import { NoteConflict } from './note-conflict';
import { NoteFacts } from './note-facts';
import { NoteForm } from './note-form';
import { noteReaders, noteTimes, noteTitle } from './note-heading';
import { NoteKnown } from './note-known';
import { NoteOutline } from './note-outline';
import { noteTextOf } from './note-source';
import {
  begunFrom,
  countWords,
  filledAndEmpty,
  formatsFor,
  groupsOf,
  isWritten,
  partsOf,
  reformat,
  takenOver,
  withWordsOf,
  type NoteFormat,
  type NoteText,
  type Part,
} from './note-text';
import { NoteTexts } from './note-texts';
import { NoteWhen } from './note-when';
import { PolicyLine } from '../couple/secrets/policy-line';
import { PrivateNote } from './private-note';
import { BesideRecord } from './split/beside-record';
import { MovePassage } from './split/move-passage';
import { ToldAloneHint } from './split/told-alone-hint';
import type { ToldAlone } from './split/told-alone.rules';
import { NOTE_KEYS } from '../keys/key-words';
import { tellKeys } from '../keys/keys-here';
import { rememberFormat } from './start-note';
import type { Whose } from './whose';

/** Where a draft is written: saves itself, keeps both texts when two were written, and ends with the signature. */
@Component({
  selector: 'kept-note-editor',
  imports: [
    ...[
      Assign,
      BesideRecord,
      Dialog,
      DraftPaper,
      ForRecordHint,
      LastNote,
      NoteConflict,
      NoteFacts,
      NoteForm,
      NoteOutline,
      NoteWhen,
    ],
    ...[MovePassage, NoteKnown, PolicyLine, PrivateNote, RouterLink, Select, Skeleton, StatusLine, ToldAloneHint],
  ],
  providers: [NoteTexts],
  templateUrl: './note-editor.html',
  host: { '(keydown)': 'pressed($event)' },
})
export class NoteEditor {
  readonly note = input.required<NoteDto>();
  readonly whose = input.required<Whose>();
  readonly signed = output<NoteDto>();
  /** It was signed elsewhere meanwhile: what is shown is no longer how it stands. */
  readonly outdated = output();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly question = viewChild.required<Dialog>('question');
  protected readonly form = viewChild(NoteForm);
  protected readonly privateNote = viewChild(PrivateNote);
  private gone = false;
  private readonly shown = shownHere();
  /** What to go to once the question is closed. */
  private wanted: { key: string; start: number; end: number } | null = null;
  private readonly once = new Once();

  private readonly texts = inject(NoteTexts);
  private readonly formats = computed(() => formatsFor(this.note()));
  /** Formats, and below them what the writer and her colleagues begin from in one of these. */
  protected readonly beginnings = computed<readonly Choice[]>(() => {
    const formats = this.formats();
    const own = this.texts.templates().filter(({ format }) => formats.some(({ key }) => key === format));
    return [
      ...formats,
      ...own.map(({ id, name, isMine, ownerName }) => ({ key: id, label: isMine ? name : `${name} (${ownerName})` })),
    ];
  });
  /** The template the text was begun from on this page. */
  private readonly begun = signal('');
  protected readonly beginning = computed(() => this.begun() || this.text().format);
  protected readonly mayAssign = this.login.can('assignments:assign');
  protected readonly draft = signal<Draft<NoteText> | null>(null);
  protected readonly comparing = signal(false);
  /** The question before the signature is on screen. */
  protected readonly asking = signal(false);
  protected readonly signing = signal(false);
  protected readonly refusal = signal('');
  /** The note before this one, once it is known. */
  protected readonly last = signal<NoteDto | null>(null);

  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly title = computed(() => noteTitle(this.note(), this.zone()));
  protected readonly subtitle = computed(() =>
    `${noteTimes(this.note(), this.zone())} ${noteReaders(this.note(), this.whose().name())}`.trim(),
  );
  /** Both partners' own: what stands in it may be read by both one day. */
  protected readonly isJoint = computed(() => this.note().clientId === null && this.note().kind !== 'psychotherapy');
  /** Beside it each of the two has an own record. */
  protected readonly isOfBoth = computed(() => this.isJoint() && this.whose().partners().length === 2);
  /** Whose own record is read beside it. */
  protected readonly beside = signal<string | null>(null);
  /** The colour of the record it goes into. */
  protected readonly ground = computed(() => {
    const { kind, clientId, coupleId } = this.note();
    if (kind === 'psychotherapy') return 'record-own';
    if (coupleId === null) return '';
    const partner = this.whose()
      .partners()
      .find((one) => one.clientId === clientId);
    return `record-${partner?.order ?? 'us'}`;
  });
  protected readonly text = computed<NoteText>(() => this.draft()?.text() ?? noteTextOf(this.note()));
  protected readonly isLong = computed(() => groupsOf(this.text().format).length > 1);
  protected readonly locked = computed(() => this.draft()?.conflict() !== null || this.draft()?.tooLate() !== null);
  protected readonly words = computed(() => countWords(this.text()));
  protected readonly parts = computed(() => filledAndEmpty(this.text()));
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly returned = computed(() =>
    this.note().cosignatures.findLast(({ decision }) => decision === 'returned'),
  );
  private readonly taken = computed(() => takenOver(this.text(), this.last()));
  protected readonly copied = computed(() => this.taken().map(({ key }) => key));
  protected readonly copiedNames = computed(() => this.taken().map(({ label }) => label));

  constructor() {
    tellKeys(() => NOTE_KEYS);
    afterNextRender(() => void this.open());
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  private async open(): Promise<void> {
    const source = {
      path: `/notes/${this.note().id}`,
      textOf: noteTextOf,
      bodyOf: (text: NoteText) => text,
    };
    const draft = await this.drafts.open<NoteText, NoteDto>(source, this.note());
    if (this.gone) return void this.drafts.close(draft);
    this.draft.set(draft);
    afterNextRender(() => this.form()?.showFirst(this.shown()), { injector: this.injector });
  }

  protected write(key: string, words: string): void {
    this.change({ sections: { ...this.text().sections, [key]: words } });
  }

  protected change(to: Partial<NoteText>): void {
    this.refusal.set('');
    this.draft()?.change({ ...this.text(), ...to });
  }

  protected begin(key: string): void {
    const template = this.texts.templates().find(({ id }) => id === key);
    const format = template?.format ?? (key as NoteFormat);
    this.begun.set(template ? key : '');
    rememberFormat(format);
    if (template) this.change(begunFrom(this.text(), template));
    else if (format !== this.text().format) this.change(reformat(this.text(), format));
  }

  /** Words of last time as a start: marked until somebody has changed them. */
  protected copy(parts: readonly Part[]): void {
    this.change(parts.reduce(withWordsOf, this.text()));
  }

  protected pressed(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === 'Enter') {
      event.preventDefault();
      if (this.asking()) void this.sign();
      // Other dialogs over the note have keys of their own.
      else if (!document.querySelector('dialog[open]')) this.askToSign();
    } else if (control && event.key === 's') {
      event.preventDefault();
      void this.draft()?.flush();
    } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const controls = this.form()?.controls() ?? [];
      const next = controls[controls.findIndex((one) => one === event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      this.form()?.focus(next);
    }
  }

  protected askToSign(): void {
    if (this.offline() || !this.draft() || this.draft()?.conflict()) return;
    if (this.words() === 0) return this.refusal.set($localize`There is nothing in this note to sign yet.`);
    this.refusal.set('');
    this.asking.set(true);
    this.question().open();
  }

  protected async sign(): Promise<void> {
    const draft = this.draft();
    if (!draft || this.signing()) return;
    this.signing.set(true);
    try {
      if (!(await draft.flush()))
        return this.refuse($localize`The last words are not saved yet, so this can't be signed.`);
      const note = await this.api.post<NoteDto>(`/notes/${this.note().id}/sign`, undefined, {
        ifMatch: draft.version(),
      });
      this.question().close();
      await this.drafts.close(draft);
      this.signed.emit(note);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'already_signed') return this.outdated.emit();
      this.refuse(`${problem.words.failed} ${problem.words.next}`);
    } finally {
      this.signing.set(false);
    }
  }

  /** Brings the quoted words before the writer's eyes, chosen, so that they can be moved. */
  protected goTo({ key, start, words }: ToldAlone): void {
    this.wanted = { key, start, end: start + words.length };
    this.question().close();
  }

  /** The dialog gives the focus back first. */
  protected wasAsked(): void {
    this.asking.set(false);
    const { wanted } = this;
    this.wanted = null;
    if (wanted) this.form()?.choose(wanted.key, wanted.start, wanted.end);
  }

  private refuse(words: string): void {
    this.question().close();
    this.refusal.set(words);
  }

  /** Words that came after somebody signed: they go where later words belong. */
  protected async addAsAddendum(text: NoteText): Promise<void> {
    const words = partsOf(text)
      .filter(isWritten)
      .map(({ label, words }) => `${label}: ${words}`)
      .join('\n\n');
    const reason = $localize`Written before it was known that the note was signed`;
    try {
      const body = { text: words, reason };
      await this.api.post<NoteDto>(`/notes/${this.note().id}/addenda`, body, { idempotencyKey: this.once.keyOf(body) });
      await this.draft()?.discard();
      this.outdated.emit();
    } catch (thrown) {
      this.refusal.set(problemOf(thrown).words.failed);
    }
  }

  protected async finishLater(): Promise<void> {
    await this.draft()?.flush();
    await this.router.navigateByUrl(this.whose().link());
  }
}
