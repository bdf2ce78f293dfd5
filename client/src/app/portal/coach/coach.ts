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
} from '@angular/core';
import { categoryOf, read, type Hint } from '../../../../../server/src/coach/coach.rules.js';
import type { Component as Part } from '../../../../../server/src/coach/letter.rules.js';
import { borrowed } from '../../../../../server/src/coach/overlap.rules.js';
import { onPage, type LetterText } from './coach-text.rules';
import { OwnWhy } from './own-why';
import { QuietHints, type Place } from './quiet-hints';

/** Milliseconds without a key before the coach reads. */
const PAUSE = 2_000;

/** The parts of a full apology, in the order they are best said. Asking to be forgiven is none of them. */
const PARTS: readonly { readonly key: Part; readonly name: string }[] = [
  { key: 'what-i-did', name: $localize`What I did` },
  { key: 'responsibility', name: $localize`That it was mine` },
  { key: 'how-it-landed', name: $localize`What it did to you` },
  { key: 'remorse', name: $localize`That I am sorry` },
  { key: 'repair', name: $localize`What I offer to mend` },
  { key: 'from-now-on', name: $localize`What I will do now` },
];

/** What was found on the page on show, and which parts the whole letter does not hold yet. */
interface PageReading {
  readonly hints: readonly Hint[];
  readonly newFact: string | null;
  readonly english: boolean;
  readonly missing: readonly Part[];
  /** Words of this page that also stand on one's own page about why. */
  readonly fromWhy: readonly Place[];
  /** Whether there is anything on this page to read. */
  readonly written: boolean;
}

/**
 * Hints under an answer of the apology, made on this device while its author pauses. They wait behind a button, ask
 * and never block; there is no mark and nothing in red. Loaded with this one worksheet only, and silent but for one line where the
 * text is not English.
 */
@Component({ selector: 'kept-coach', templateUrl: './coach.html' })
export class Coach {
  /** The whole letter as far as it is written. */
  readonly letter = input.required<readonly LetterText[]>();
  /** Key of the question on show, and of its row. */
  readonly field = input.required<string>();
  readonly rowId = input<string | null>(null);

  private readonly quiet = inject(QuietHints);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  /** Where its author was writing, to go back to when the hints are put away. */
  private writer: HTMLElement | null = null;
  protected readonly parts = PARTS;
  protected readonly open = signal(false);
  /** What its author wrote about why, on this device only. */
  private readonly why = signal<readonly string[]>([]);
  /** Hints of which an example is shown. */
  protected readonly shown = signal<readonly Hint[]>([]);
  protected readonly read = signal<PageReading | null>(null);
  protected readonly hints = computed(() => (this.read()?.hints ?? []).filter((hint) => this.quiet.speaks(hint)));
  protected readonly fromWhy = computed(() => (this.read()?.fromWhy ?? []).filter((place) => this.quiet.speaks(place)));
  /** Said once when hints come, not at every change of them. */
  protected readonly news = computed(() =>
    this.hints().length + this.fromWhy().length > 0 ? $localize`There are hints below your text.` : '',
  );
  protected readonly nameOf = ({ rule }: Hint): string => categoryOf(rule).name;
  protected readonly exampleOf = ({ rule }: Hint): string => categoryOf(rule).example;

  constructor() {
    void inject(OwnWhy)
      .texts()
      .then((texts) => this.why.set(texts));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let page = '';
    effect(() => {
      const letter = this.letter();
      const why = this.why();
      const here = onPage(letter, this.field(), this.rowId());
      const now = `${this.field()} ${this.rowId()}`;
      clearTimeout(timer);
      if (now !== page) {
        this.read.set(null);
        this.open.set(false);
        this.writer = null;
      }
      page = now;
      timer = setTimeout(() => this.reread(letter, here, why), PAUSE);
    });
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) this.writer = target;
    };
    document.addEventListener('focusin', remember);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(timer);
      document.removeEventListener('focusin', remember);
    });
  }

  private reread(letter: readonly LetterText[], here: readonly LetterText[], why: readonly string[]): void {
    const whole = letter.map(({ text }) => text).join('\n');
    const readings = here.map(({ text }) => read(text, whole));
    this.read.set({
      hints: readings.flatMap(({ hints }) => hints),
      newFact: readings.flatMap(({ newFacts }) => newFacts)[0]?.quote ?? null,
      english: readings.every(({ english }) => english),
      missing: read(whole).missing,
      fromWhy: here.flatMap(({ text }) => borrowed(text, why).map(({ quote }) => ({ rule: 'own_why', quote }))),
      written: here.length > 0,
    });
  }

  protected show(): void {
    this.open.set(true);
    this.toHints();
  }

  protected hide(): void {
    this.open.set(false);
    const button = (): void => this.host.querySelector('button')?.focus();
    afterNextRender(() => (this.writer?.isConnected ? this.writer.focus() : button()), { injector: this.injector });
  }

  protected toggleExample(hint: Hint): void {
    this.shown.update((shown) => (shown.includes(hint) ? shown.filter((each) => each !== hint) : [...shown, hint]));
  }

  protected keepAsIs(hint: Place): void {
    void this.quiet.keepAsIs(hint);
    this.toHints();
  }

  protected endKind(hint: Hint): void {
    void this.quiet.endKind(hint);
    this.toHints();
  }

  /** The button that was used is gone: the focus goes to what is left. */
  private toHints(): void {
    const left = (): HTMLElement | null => this.host.querySelector('#hints') ?? this.host.querySelector('button');
    afterNextRender(() => (left() ?? this.writer)?.focus(), { injector: this.injector });
  }
}
