import { Component, computed, input } from '@angular/core';
import type { TermsDto } from '../../../api/types.gen';
import { longDay } from '../../kit/clock';
import { sharerWords, wayWords } from './agreement.words';

/** The words of one agreement, as both read them. */
@Component({ selector: 'kept-terms', templateUrl: './terms.html' })
export class Terms {
  readonly terms = input.required<TermsDto>();
  protected readonly who = computed(() => sharerWords(this.terms()));
  protected readonly way = computed(() => wayWords(this.terms()));
  protected readonly until = computed(() => longDay(this.terms().untilOn));
}
