import { Location } from '@angular/common';
import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { Arrival } from '../../core/arrival';
import type { OpenSheet } from './open-sheet';
import { after, before, isOpen, question, type Step } from './runner.rules';

/**
 * Which page of a sheet is open. Every page has the same address and title; the browser's own Back works all the same,
 * since each step is an entry in the history that says nothing. Make it where `inject()` may be called.
 */
export class Steps {
  private readonly arrival = inject(Arrival);
  private readonly location = inject(Location);
  /** Steps taken on this visit: how far the browser's own Back stays inside. */
  private depth = 0;
  /** One answer was opened from a list of them: nothing is asked after it. */
  private changing = false;

  readonly now = signal<Step>({ kind: 'note' });

  constructor(
    /** Id of the assignment. */
    private readonly homework: Signal<string>,
    private readonly sheet: OpenSheet,
  ) {
    const stop = this.location.subscribe(({ state }) => this.turnTo(state));
    inject(DestroyRef).onDestroy(() => stop.unsubscribe());
  }

  /** Where this tab was, else what came back, else the very field it was left at on any device, else the beginning. */
  start({ cameBack }: { cameBack: boolean }): void {
    const first = this.first(cameBack);
    this.putInPlace(first);
    this.show(first);
  }

  begin(): void {
    this.goTo(after({ kind: 'note' }, this.sheet.pages()));
  }

  goTo(step: Step): void {
    this.depth += 1;
    this.location.go(this.location.path(), '', { homework: this.homework(), step });
    this.show(step);
  }

  change(key: string): void {
    this.changing = true;
    this.goTo(question(key));
  }

  goOn(): void {
    const step = this.now();
    if (this.changing && step.kind === 'question') {
      this.changing = false;
      return this.goTo({ kind: 'check' });
    }
    this.goTo(after(step, this.sheet.pages()));
  }

  /** False before the first page: whoever shows the sheet knows where that leads. */
  back(): boolean {
    if (this.depth > 0) {
      this.location.back();
      return true;
    }
    const earlier = before(this.now(), this.sheet.pages());
    if (earlier) this.goTo(earlier);
    return earlier !== null;
  }

  /** Puts a page in the place of the one on show in the history, where `start` will find it; null: none. */
  putInPlace(step: Step | null): void {
    const state = { homework: this.homework(), ...(step && { step }) };
    this.location.replaceState(this.location.path(), '', state);
  }

  private first(cameBack: boolean): Step {
    const kept = (this.location.getState() as { step?: Step } | null)?.step;
    if (kept && this.isThere(kept)) return kept;
    if (cameBack) return { kind: 'comments' };
    const { at } = this.sheet.written();
    const left = at === null ? null : question(at);
    return left && this.isThere(left) ? left : { kind: 'note' };
  }

  /** The browser's own Back and Forward. */
  private turnTo(state: unknown): void {
    const { homework, step } = (state ?? {}) as { homework?: string; step?: Step };
    if (homework !== this.homework() || !step) return;
    this.depth = Math.max(0, this.depth - 1);
    this.changing = false;
    this.show(this.isThere(step) ? step : { kind: 'note' });
  }

  private isThere(step: Step): boolean {
    return isOpen(step, this.sheet.pages(), this.sheet.written().answers);
  }

  private show(step: Step): void {
    this.now.set(step);
    if (step.kind === 'question') this.sheet.leaveOffAt(step.key);
    // A question page takes the focus to its heading by itself.
    if (step.kind !== 'question' && step.kind !== 'row') this.arrival.land();
    scrollTo({ top: 0 });
  }
}
