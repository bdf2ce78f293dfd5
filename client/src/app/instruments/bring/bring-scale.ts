import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportedDto, ScaleFactsDto } from '../../../api/types.gen';
import { Api, read } from '../../core/api';
import { Arrival } from '../../core/arrival';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../core/problems';
import { FhirFile } from '../../kit/fhir-file/fhir-file';
import { Formulas } from '../formulas';
import { titleOf } from '../instrument-words';

/** A form of the clinic's own comes in as a FHIR file: what was recognised is said, or every reason why it was not taken. */
@Component({
  selector: 'kept-bring-scale',
  imports: [FhirFile, Formulas, ProblemNotice, RouterLink],
  templateUrl: './bring-scale.html',
})
export class BringScale {
  /** Where the scales of this face are listed, from the route. */
  readonly home = input.required<string>();

  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  private readonly registry = read<{ items: ScaleFactsDto[] }>(() => '/scale-facts');
  protected readonly scored = computed(() => this.registry.value()?.items.filter((each) => each.scored) ?? []);
  protected readonly sending = signal(false);
  protected readonly taken = signal<ImportedDto | null>(null);
  protected readonly scale = computed(() => titleOf(this.taken()?.recognisedAs ?? null, this.scored()));
  protected readonly refused = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fileName = signal('');
  private text = '';

  protected async bring({ name, text }: { name: string; text: string }): Promise<void> {
    this.fileName.set(name);
    this.text = text;
    await this.send();
  }

  protected async send(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.refused.set(null);
    this.problem.set(null);
    try {
      const contentType = 'application/fhir+json';
      this.taken.set(await this.api.post<ImportedDto>('/instruments/import', this.text, { contentType }));
      this.arrival.land();
    } catch (thrown) {
      const problem = problemOf(thrown);
      (problem.status === 422 ? this.refused : this.problem).set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  protected again(): void {
    this.taken.set(null);
    this.arrival.land();
  }
}
