import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InstrumentDto, ScaleFactsDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Tabs } from '../../kit/tabs/tabs';
import { directionWords, kindWords } from '../instrument-words';
import { ScalePreview } from './scale-preview';

/** Every scale the clinic has: the practice trackers of the house, and the forms it brought. One of them beside the list. */
@Component({
  selector: 'kept-scale-library',
  imports: [ProblemNotice, RouterLink, Row, RowNav, ScalePreview, Skeleton, Tabs],
  templateUrl: './scale-library.html',
})
export class ScaleLibrary {
  /** Id of the scale on show, from the address. */
  readonly show = input<string>();
  /** The address of this list in its face, from the route. */
  readonly home = input.required<string>();

  private readonly login = inject(Login);
  protected readonly list = read<{ items: InstrumentDto[] }>(() => '/instruments?limit=100');
  protected readonly registry = read<{ items: ScaleFactsDto[] }>(() => '/scale-facts');
  protected readonly mayBring = computed(() => this.login.can('instruments:import'));
  /** The front desk has no worksheets to go back to. */
  protected readonly tabs = computed(() =>
    this.home() === '/library/scales'
      ? [
          { link: '/library', label: $localize`Worksheets`, exact: true },
          { link: this.home(), label: $localize`Scales` },
        ]
      : [],
  );
  protected readonly shelves = computed(() => {
    const all = this.list.value()?.items ?? [];
    const facts = this.registry.value()?.items ?? [];
    const withWords = all.map((scale) => ({ scale, kind: kindWords(scale, facts) }));
    const own = withWords.filter(({ scale }) => scale.origin === 'imported');
    const builtIn = withWords.filter(({ scale }) => scale.origin === 'built_in');
    return [
      { key: 'own', title: $localize`Brought by the practice`, scales: own },
      { key: 'built-in', title: $localize`Practice trackers`, scales: builtIn },
    ].filter(({ scales }) => scales.length > 0);
  });
  protected readonly picked = computed(() => {
    const all = this.shelves().flatMap(({ scales }) => scales);
    return all.find(({ scale }) => scale.id === this.show()) ?? all[0] ?? null;
  });
  protected readonly facts = computed(() =>
    this.registry.value()?.items.find(({ code }) => code === this.picked()?.scale.recognisedAs),
  );
  protected readonly directionWords = directionWords;
}
