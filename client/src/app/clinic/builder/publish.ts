import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { DifferenceDto, FindingDto, WorksheetDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { problemOf, type Problem } from '../../core/problems';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Checkbox } from '../../kit/checkbox/checkbox';
import { Dialog } from '../../kit/dialog/dialog';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { CHANGE_WORDS } from './builder-words';

/** The page between a draft and a version that nobody can change: what would be different, and what was hinted at. */
@Component({
  selector: 'kept-publish',
  imports: [Checkbox, Dialog, ProblemNotice, Skeleton],
  templateUrl: './publish.html',
})
export class Publish {
  readonly id = input.required<string>();
  readonly number = input.required<number>();
  readonly published = output<WorksheetDto>();
  /** Path of a problem that was picked, such as `sections[0].fields[2]`. */
  readonly toMend = output<string>();

  private readonly api = inject(Api);
  private readonly dialog = viewChild.required(Dialog);
  private version = 0;

  protected readonly heading = computed(() => $localize`Publish version ${this.number()}:number:?`);
  protected readonly words = CHANGE_WORDS;
  protected readonly differences = signal<readonly DifferenceDto[] | null>(null);
  protected readonly findings = signal<readonly FindingDto[]>([]);
  /** What nobody can wave through. */
  protected readonly problems = computed(() => this.findings().filter(({ severity }) => severity === 'problem'));
  protected readonly confirmed = signal(false);
  protected readonly refusal = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly busy = signal(false);

  /** Everything is saved, at this version. */
  async open(version: number): Promise<void> {
    this.version = version;
    for (const clear of [this.confirmed, this.busy]) clear.set(false);
    this.differences.set(null);
    this.problem.set(null);
    this.refusal.set('');
    this.dialog().open();
    try {
      const at = `/worksheets/${this.id()}`;
      this.findings.set((await this.api.get<{ items: FindingDto[] }>(`${at}/lint`)).items);
      this.differences.set((await this.api.get<{ items: DifferenceDto[] }>(`${at}/diff`)).items);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    }
  }

  /** Leads to where a problem is. */
  protected mend(path: string): void {
    this.dialog().close(path);
  }

  /** Closing gives the focus back first. */
  protected left(path: string): void {
    if (path !== '') this.toMend.emit(path);
  }

  protected close(): void {
    this.dialog().close();
  }

  protected async publish(): Promise<void> {
    if (this.busy()) return;
    if (this.findings().length > 0 && !this.confirmed())
      return this.refusal.set($localize`Say that you have read the hints, or go back and change it.`);
    this.busy.set(true);
    try {
      const confirmed = this.confirmed();
      const options = { ifMatch: this.version };
      const sheet = await this.api.post<WorksheetDto>(`/worksheets/${this.id()}/publish`, { confirmed }, options);
      this.dialog().close();
      this.published.emit(sheet);
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
