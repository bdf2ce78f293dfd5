import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { FieldDto, SectionDto, WorksheetDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import type { Draft } from '../../core/draft';
import { Drafts } from '../../core/drafts';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { problemOf } from '../../core/problems';
import { Dialog } from '../../kit/dialog/dialog';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { StatusLine } from '../../kit/status-line/status-line';
import { TextArea } from '../../kit/text-area/text-area';
import { TextField } from '../../kit/text-field/text-field';
import { Toasts } from '../../kit/toast/toasts';
import { Findings } from './findings';
import { Outline } from './outline';
import { Phone } from './phone';
import { Publish } from './publish';
import { QuestionEditor } from './question-editor';
import { SheetEditor } from './sheet-editor';
import {
  bodyOf,
  changedPart,
  changedQuestion,
  keyAt,
  mended,
  moved,
  newPart,
  newQuestion,
  putBack,
  questionsOf,
  sheetOf,
  twin,
  without,
  withPart,
  withQuestion,
  type Sheet,
} from './sheet.rules';

/** Where a worksheet of one's own is written: its outline, the part in hand, and how it looks on a phone. */
@Component({
  selector: 'kept-builder',
  imports: [
    Dialog,
    Findings,
    Outline,
    Phone,
    ProblemNotice,
    Publish,
    QuestionEditor,
    RouterLink,
    SheetEditor,
    Skeleton,
    StatusLine,
    TextArea,
    TextField,
  ],
  templateUrl: './builder.html',
  host: { '(keydown)': 'pressed($event)' },
})
export class Builder {
  /** Id of the worksheet. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly publishing = viewChild(Publish);
  private readonly retiring = viewChild.required<Dialog>('retiring');
  private gone = false;

  protected readonly server = read<WorksheetDto>(() => `/worksheets/${this.id()}`);
  protected readonly draft = signal<Draft<Sheet> | null>(null);
  protected readonly sheet = computed(() => this.draft()?.text() ?? null);
  /** "sheet", or the key of the part or question in hand. */
  protected readonly chosen = signal('sheet');
  protected readonly refusal = signal('');

  protected readonly questions = computed(() => questionsOf(this.sheet() ?? { sections: [] }));
  protected readonly placed = computed(() => this.questions().find(({ field }) => field.key === this.chosen()) ?? null);
  protected readonly part = computed(() => this.sheet()?.sections.find(({ key }) => key === this.chosen()) ?? null);
  protected readonly before = computed(() => this.questions().slice(0, (this.placed()?.number ?? 1) - 1));
  protected readonly locked = computed(() => this.draft()?.conflict() !== null);
  protected readonly next = computed(() => (this.server.value()?.published ?? 0) + 1);
  /** There is something that was not published yet. */
  protected readonly changed = computed(() => {
    const [saved, draft] = [this.server.value(), this.draft()];
    return !saved || saved.changed || (draft !== null && (draft.unsent() || draft.version() !== saved.version));
  });

  protected readonly count = (sheet: Sheet): number => questionsOf(sheet).length;
  protected readonly untitled = $localize`Without a name`;
  protected readonly inHand = computed(() => {
    const placed = this.placed();
    if (placed) return $localize`Question ${placed.number}:number:`;
    return this.part() ? $localize`This part` : $localize`The whole worksheet`;
  });

  constructor() {
    const title = inject(Title);
    let opened = false;
    effect(() => {
      const sheet = this.server.value();
      if (sheet) title.setTitle(`${sheet.title} · Kept`);
      if (sheet?.source === 'own' && sheet.status !== 'retired' && !opened) {
        opened = true;
        untracked(() => void this.open(sheet));
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      const draft = this.draft();
      if (draft) void this.drafts.close(draft);
    });
  }

  private async open(from: WorksheetDto): Promise<void> {
    const source = { path: `/worksheets/${from.id}`, textOf: sheetOf, bodyOf };
    const draft = await this.drafts.open<Sheet, WorksheetDto>(source, from);
    if (this.gone) return void this.drafts.close(draft);
    this.draft.set(draft);
    if (from.sections.length === 0) this.addPart();
  }

  /** Takes a change, and takes off rules that it has left hanging in the air; says so. */
  private write(sheet: Sheet): void {
    const whole = mended(sheet);
    this.refusal.set('');
    this.draft()?.change(whole.sheet);
    for (const label of whole.lost)
      this.toasts.say($localize`“${label}:question:” is asked always now: its rule hung on what is gone.`);
  }

  protected changeSheet(to: Partial<Sheet>): void {
    const sheet = this.sheet();
    if (sheet) this.write({ ...sheet, ...to });
  }

  protected changePart(to: Partial<SectionDto>): void {
    const sheet = this.sheet();
    if (sheet) this.write(changedPart(sheet, this.chosen(), to));
  }

  protected changeQuestion(to: Partial<FieldDto>): void {
    const sheet = this.sheet();
    if (sheet) this.write(changedQuestion(sheet, this.chosen(), to));
  }

  protected choose(key: string): void {
    this.chosen.set(key);
    this.focus('#in-hand');
  }

  protected mend(path: string): void {
    const sheet = this.sheet();
    if (sheet) this.choose(keyAt(sheet, path));
  }

  protected addPart(): void {
    const sheet = this.sheet();
    if (!sheet) return;
    const part = newPart(sheet.sections.length === 0 ? $localize`To begin with` : '');
    const question = newQuestion();
    this.write(withPart(sheet, { ...part, fields: [question] }));
    this.chosen.set(sheet.sections.length === 0 ? question.key : part.key);
  }

  /** After the question in hand, else at the end of the part in hand, else of the last. */
  protected addQuestion(): void {
    const sheet = this.sheet();
    const after = this.placed();
    const section = after?.section ?? this.part() ?? sheet?.sections.at(-1);
    if (!sheet || !section) return this.addPart();
    const question = newQuestion();
    this.write(withQuestion(sheet, question, section.key, after?.field.key));
    this.choose(question.key);
  }

  protected duplicate(): void {
    const sheet = this.sheet();
    const placed = this.placed();
    if (!sheet || !placed) return;
    const copy = twin(placed.field);
    this.write(withQuestion(sheet, copy, placed.section.key, placed.field.key));
    this.choose(copy.key);
  }

  protected remove(): void {
    const sheet = this.sheet();
    const key = this.chosen();
    if (!sheet || key === 'sheet') return;
    const name = this.placed()?.field.label || this.part()?.title || '';
    const nearby = this.questions()[(this.placed()?.number ?? 1) - 2]?.field.key ?? 'sheet';
    this.write(without(sheet, key));
    this.choose(
      this.sheet()?.sections.some(({ fields }) => fields.some((field) => field.key === nearby)) ? nearby : 'sheet',
    );
    const after = this.sheet();
    this.toasts.say($localize`“${name}:name:” is taken out.`, () => {
      const current = this.sheet();
      if (this.locked() || !current) return;
      // What was written since stays.
      this.write(current === after ? sheet : putBack(current, sheet, key));
      this.choose(key);
    });
  }

  protected move(by: 1 | -1): void {
    const sheet = this.sheet();
    const key = this.chosen();
    if (!sheet || key === 'sheet') return;
    const after = moved(sheet, key, by);
    if (after === sheet) return;
    this.write(after);
    const placed = this.placed();
    const words = placed
      ? $localize`Question, now ${placed.number}:position: of ${this.questions().length}:count:`
      : $localize`Part, now ${after.sections.findIndex((each) => each.key === key) + 1}:position: of ${after.sections.length}:count:`;
    void this.announcer.announce(words, 'polite');
  }

  protected pressed(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || this.locked()) return;
    // There it opens the list.
    if (!(event.target instanceof HTMLElement) || event.target instanceof HTMLSelectElement) return;
    const line = event.target.closest<HTMLElement>('[data-key]');
    if (line) this.chosen.set(line.dataset['key'] ?? 'sheet');
    if (this.chosen() === 'sheet') return;
    event.preventDefault();
    this.move(event.key === 'ArrowUp' ? -1 : 1);
    // The line moved away under the focus.
    if (line) this.focus('.outline [aria-current]');
  }

  /** Of what was just saved: hints of older words say nothing. */
  protected async askToPublish(): Promise<void> {
    const draft = this.draft();
    if (!draft || this.locked()) return;
    this.refusal.set('');
    if (!(await draft.flush()))
      return this.refusal.set($localize`The last changes are not saved yet, so this can't be published.`);
    if (!this.changed())
      return this.refusal.set($localize`There is nothing new to publish: this is version ${this.next() - 1}:number:.`);
    await this.publishing()?.open(draft.version());
  }

  /** All of it as a client meets it, with its rules at work. */
  protected async tryOut(): Promise<void> {
    await this.draft()?.flush();
    await this.router.navigate(['/library', this.id()]);
  }

  protected published(sheet: WorksheetDto): void {
    this.toasts.say($localize`Version ${sheet.published}:number: is published.`);
    void this.goToLibrary(sheet);
  }

  protected async retire(): Promise<void> {
    const draft = this.draft();
    this.retiring().close();
    try {
      await draft?.flush();
      const ifMatch = draft?.version() ?? 0;
      const sheet = await this.api.post<WorksheetDto>(`/worksheets/${this.id()}/retire`, undefined, { ifMatch });
      this.toasts.say($localize`“${sheet.title}:title:” is no longer given out.`);
      await this.goToLibrary();
    } catch (thrown) {
      this.refusal.set(problemOf(thrown).words.failed);
    }
  }

  private async goToLibrary(sheet?: WorksheetDto): Promise<void> {
    await this.router.navigate(['/library'], { queryParams: sheet ? { show: sheet.key } : {} });
  }

  protected focus(selector: string): void {
    afterNextRender(() => this.element.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
