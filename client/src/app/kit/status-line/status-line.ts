import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  booleanAttribute,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { clock } from '../clock';
import type { SaveState } from './save-state';

/** "Saving…" is said only when the wait gets long enough to be noticed, in milliseconds. */
const NOTICEABLE = 400;

/**
 * The state of an autosaved draft, in words. Read aloud when there is news: the first save of a page, the first after
 * trouble, and all trouble. Later saves stay silent.
 */
@Component({
  selector: 'kept-status-line',
  templateUrl: './status-line.html',
  host: { class: 'status-line' },
})
export class StatusLine {
  readonly state = input.required<SaveState>();
  /** Who will read it once it is sent, such as "Dr Ellis". Portal only. */
  readonly reader = input('');
  /** The therapist's wording: "Draft saved 09:52 · not signed". */
  readonly staff = input(false, { transform: booleanAttribute });
  /** It ends with a signature, so that it says while there is none. */
  readonly toSign = input(true);
  /** Time zone for the clock, such as `Europe/London`; the reader's own when left out. */
  readonly zone = input<string>();
  readonly retry = output();
  readonly signIn = output();
  readonly compare = output();

  private readonly announcer = inject(LiveAnnouncer);
  private readonly signInButton = viewChild<ElementRef<HTMLElement>>('signInButton');
  private readonly slow = signal(false);
  /** Last state that was not "sending": its words stay while a quick save is under way. */
  private readonly settled = signal<SaveState>({ kind: 'idle' });
  private readonly trouble = signal(false);
  private everSaved = false;

  protected readonly shown = computed<SaveState>(() => {
    const state = this.state();
    return state.kind === 'sending' && !this.slow() ? this.settled() : state;
  });
  protected readonly words = computed(() => this.wordsFor(this.shown()));

  constructor() {
    effect((onCleanup) => {
      const sending = this.state().kind === 'sending';
      this.slow.set(false);
      if (!sending) return;
      const timer = setTimeout(() => this.slow.set(true), NOTICEABLE);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const state = this.state();
      if (state.kind !== 'sending') untracked(() => this.settle(state));
    });
    effect(() => {
      if (this.state().kind === 'signed-out') this.signInButton()?.nativeElement.focus();
    });
  }

  private settle(state: SaveState): void {
    const saved = state.kind === 'saved';
    const afterTrouble = this.trouble();
    if (state.kind !== 'idle') this.trouble.set(!saved);
    this.settled.set(state);
    if (state.kind === 'idle' || (saved && this.everSaved && !afterTrouble)) return;
    if (saved) this.everSaved = true;
    void this.announcer.announce(this.wordsFor(state), 'polite');
  }

  private wordsFor(state: SaveState): string {
    switch (state.kind) {
      case 'idle':
        return '';
      case 'sending':
        return $localize`Saving…`;
      case 'saved':
        return this.savedWords(clock(state.at, this.zone()));
      case 'local':
        return this.staff()
          ? $localize`Saved on this device only. It will go up when you’re back online.`
          : $localize`Saved on this phone only. It will go up when you’re back online.`;
      case 'failed':
        return $localize`Not saved yet. Your words are still here.`;
      case 'signed-out':
        return this.staff()
          ? $localize`You were signed out. Your words are safe on this device.`
          : $localize`You were signed out. Your words are safe on this phone.`;
      case 'changed-elsewhere':
        return $localize`Changed on another device at ${clock(state.at, this.zone())}:time:.`;
    }
  }

  private savedWords(time: string): string {
    if (this.staff() && this.toSign()) return $localize`Draft saved ${time}:time: · not signed`;
    const reader = this.reader();
    return reader
      ? $localize`Saved at ${time}:time:. ${reader}:reader: can’t read this until you send it.`
      : $localize`Saved at ${time}:time:.`;
  }
}
