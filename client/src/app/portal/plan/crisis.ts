import { Component, ElementRef, afterNextRender, input, output, viewChild } from '@angular/core';
import type { CrisisLines } from '../break/break.rules';
import { dialled } from './plan.rules';

/** After words that may speak of danger: thanks, what happens now in all honesty, and whom to call. Nothing is blocked. */
@Component({
  selector: 'kept-crisis',
  templateUrl: './crisis.html',
})
export class Crisis {
  readonly lines = input.required<CrisisLines>();
  readonly clinicName = input('');
  readonly clinicPhone = input('');
  /** The practice's own words, plain text. */
  readonly crisisText = input('');
  readonly goOnWords = input($localize`Open my plan`);
  /** Whether it has reached the practice. */
  readonly told = input.required<boolean>();
  readonly goOn = output();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly dialled = dialled;

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }
}
