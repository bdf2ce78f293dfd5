import {
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
  afterNextRender,
  Injector,
} from '@angular/core';
import { Router } from '@angular/router';
import type { NoteDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { Grow } from '../../kit/text-area/grow';
import { Assign } from '../assign/assign';
import { LastNote } from './last-note';
import { NoteConflict } from './note-conflict';
import { NoteFacts } from './note-facts';
import { noteReaders, noteTimes, noteTitle } from './note-heading';
import {
  countWords,
  filledAndEmpty,
  FORMATS,
  reformat,
  sectionLabel,
  SECTIONS,
  type NoteFormat,
  type NoteText,
} from './note-text';
import { PrivateNote } from './private-note';
import { rememberFormat } from './start-note';
import type { Whose } from './whose';

/** Where a draft is written: saves itself, keeps both texts when two were written, and ends with the signature. */
@Component({
  selector: 'kept-note-editor',
  imports: [Assign, Dialog, Grow, LastNote, NoteConflict, NoteFacts, PrivateNote, Select, Skeleton, StatusLine],
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
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly question = viewChild.required<Dialog>('question');
  private gone = false;

  protected readonly formats = FORMATS;
  protected readonly mayAssign = this.login.can('assignments:assign');
  protected readonly labelOf = sectionLabel;
  protected readonly draft = signal<Draft<NoteText> | null>(null);
  protected readonly comparing = signal(false);
  /** The question before the signature is on screen. */
  protected readonly asking = signal(false);
  protected readonly signing = signal(false);
  protected readonly refusal = signal('');
  /** Sections with words taken over from an earlier note, and those words, until one of them is changed. */
  protected readonly copied = signal<Readonly<Record<string, string>>>({});

  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly title = computed(() => noteTitle(this.note(), this.zone()));
  protected readonly subtitle = computed(() =>
    `${noteTimes(this.note(), this.zone())} ${noteReaders(this.note(), this.whose().name())}`.trim(),
  );
  protected readonly text = computed<NoteText>(() => this.draft()?.text() ?? this.note());
  protected readonly sections = computed(() => SECTIONS[this.text().format]);
  protected readonly words = computed(() => countWords(this.text()));
  protected readonly parts = computed(() => filledAndEmpty(this.text()));
  protected readonly offline = computed(() => !this.drafts.online());
  protected readonly returned = computed(() =>
    this.note().cosignatures.findLast(({ decision }) => decision === 'returned'),
  );
  protected readonly stillCopied = computed(() =>
    Object.entries(this.copied())
      .filter(([key, words]) => (this.text().sections[key] ?? '').includes(words))
      .map(([key]) => key),
  );

  constructor() {
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
      textOf: ({ format, sections }: NoteDto): NoteText => ({ format, sections }),
      bodyOf: (text: NoteText) => text,
    };
    const draft = await this.drafts.open<NoteText, NoteDto>(source, this.note());
    if (this.gone) return void this.drafts.close(draft);
    this.draft.set(draft);
    afterNextRender(() => this.firstEmpty()?.focus(), { injector: this.injector });
  }

  private areas(): HTMLTextAreaElement[] {
    return [...this.element.querySelectorAll<HTMLTextAreaElement>('.note-sections > .field > textarea')];
  }

  private firstEmpty(): HTMLTextAreaElement | undefined {
    const areas = this.areas();
    return areas.find((area) => area.value.trim() === '') ?? areas[0];
  }

  protected write(key: string, words: string): void {
    const { format, sections } = this.text();
    this.refusal.set('');
    this.draft()?.change({ format, sections: { ...sections, [key]: words } });
  }

  protected changeFormat(to: string): void {
    const format = to as NoteFormat;
    if (format === this.text().format) return;
    rememberFormat(format);
    this.draft()?.change(reformat(this.text(), format));
  }

  /** The plan of last time as a start: marked until somebody has changed it. */
  protected copyPlan(plan: string): void {
    const key = 'plan' in this.text().sections ? 'plan' : 'text';
    const before = this.text().sections[key] ?? '';
    this.write(key, before.trim() === '' ? plan : `${before}\n\n${plan}`);
    this.copied.update((copied) => ({ ...copied, [key]: plan }));
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
      const areas = this.areas();
      const next = areas[areas.findIndex((area) => area === event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
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

  private refuse(words: string): void {
    this.question().close();
    this.refusal.set(words);
  }

  /** Words that came after somebody signed: they go where later words belong. */
  protected async addAsAddendum(text: NoteText): Promise<void> {
    const words = SECTIONS[text.format]
      .filter(({ key }) => (text.sections[key] ?? '').trim() !== '')
      .map(({ key, label }) => `${label}: ${text.sections[key] ?? ''}`)
      .join('\n\n');
    const reason = $localize`Written before it was known that the note was signed`;
    try {
      await this.api.post<NoteDto>(`/notes/${this.note().id}/addenda`, { text: words, reason });
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
