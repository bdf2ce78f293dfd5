import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ImportedDto, MappingDto, ScaleFactsDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { ErrorSummary, type FieldError } from '../../kit/error-summary/error-summary';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Toasts } from '../../kit/toast/toasts';
import { Formulas } from '../formulas';
import { directionWords } from '../instrument-words';
import { formulaSoFar } from './formula.rules';
import { ItemMapping } from './item-mapping';
import {
  begin,
  chooseScale,
  factOf,
  gaps,
  inOrder,
  mappingBody,
  refusals,
  sameForAll,
  setItem,
  setPoints,
} from './mapping.rules';

/** A form that does not say itself what it is: somebody names the scale, then each question, then what each option is worth. */
@Component({
  selector: 'kept-mapping',
  imports: [ErrorSummary, Formulas, ItemMapping, ProblemNotice, RouterLink, Select, Skeleton],
  templateUrl: './mapping.html',
})
export class Mapping {
  /** Instrument id, from the address. */
  readonly id = input.required<string>();
  /** Where the scales of this face are listed, from the route. */
  readonly home = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  protected readonly form = read<MappingDto>(() => `/instruments/${this.id()}/mapping`);
  protected readonly registry = read<{ items: ScaleFactsDto[] }>(() => '/scale-facts');
  protected readonly saving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** What is wrong, by row; shown from the first try on. */
  protected readonly wrong = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly said = linkedSignal(() => {
    const form = this.form.value();
    return form ? begin(form) : { as: '', items: {}, points: {} };
  });
  protected readonly asked = computed(() => this.form.value()?.asked ?? []);
  private readonly scored = computed(() => this.registry.value()?.items.filter((each) => each.scored) ?? []);
  protected readonly scales = computed(() =>
    this.scored().map(({ code, title, itemCount }) => ({
      key: code,
      label: $localize`${title}:scale:, ${itemCount}:count: items`,
    })),
  );
  protected readonly facts = computed(() => this.scored().find(({ code }) => code === this.said().as));
  protected readonly direction = computed(() => directionWords(this.facts()?.direction ?? 'none'));
  protected readonly rows = computed(() =>
    this.asked().map((item) => ({
      item,
      fact: factOf(this.said(), this.facts(), item.key),
      error: this.wrong().get(item.key) ?? null,
    })),
  );
  protected readonly formulas = computed(() =>
    (this.form.value()?.formulas ?? []).map((one) => formulaSoFar(one, this.said(), this.facts(), this.asked())),
  );
  protected readonly summary = computed((): FieldError[] =>
    [...this.wrong()].map(([key, message]) => {
      const place = this.asked().findIndex((item) => item.key === key);
      return place < 0
        ? { fieldId: 'mapping-scale', message }
        : { fieldId: `mapping-${place}`, message: $localize`Question ${place + 1}:place:: ${message}:reason:` };
    }),
  );

  protected choose(code: string): void {
    this.wrong.set(new Map());
    const facts = this.scored().find((each) => each.code === code);
    this.said.update((said) => chooseScale(said, facts, this.asked()));
  }

  protected takeInOrder(facts: ScaleFactsDto): void {
    this.said.update((said) => inOrder(said, facts, this.asked()));
  }

  protected standFor(item: string, target: string): void {
    this.said.update((said) => setItem(said, item, target));
  }

  protected worth(item: string, { option, points }: { option: string; points: string }): void {
    this.said.update((said) => setPoints(said, item, option, points));
  }

  protected giveToAll(place: number): void {
    const from = this.asked()[place];
    if (from) this.said.update((said) => sameForAll(said, from, this.asked()));
  }

  protected async save(): Promise<void> {
    const facts = this.facts();
    const found = gaps(this.said(), facts, this.asked());
    this.wrong.set(found);
    if (!facts || found.size > 0 || this.saving()) return;
    this.saving.set(true);
    this.problem.set(null);
    try {
      const body = mappingBody(this.said(), facts);
      const { title, version } = await this.api.post<ImportedDto>(`/instruments/${this.id()}/mapping`, body);
      await this.router.navigate([this.home()], { queryParams: { show: this.id() } });
      this.toasts.say(
        $localize`${title}:title: is scored as ${facts.title}:scale: from version ${version}:version: on.`,
      );
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.status === 422 && problem.errors.length > 0) this.wrong.set(refusals(problem.errors, this.asked()));
      else this.problem.set(problem);
    } finally {
      this.saving.set(false);
    }
  }
}
