import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { OutcomeReportDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { dated } from '../../kit/clock';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { OUTCOME_WORDS } from '../outcome-words';
import { Measured } from './measured';
import { periodOf, periods } from './periods.rules';
import { intervalWords, reportCsv, shareWords, whoseWords } from './report-words';

/** How care goes, in counts: of the whole practice for its admin, of her own people for a therapist. No ranking. */
@Component({
  selector: 'kept-outcome-report',
  imports: [Measured, ProblemNotice, Select, Skeleton],
  templateUrl: './outcome-report.html',
})
export class OutcomeReport {
  private readonly router = inject(Router);
  private readonly login = inject(Login);
  /** From the address. */
  readonly period = input<string>();

  private readonly zone = computed(() => this.login.me()?.clinic.timeZone ?? 'UTC');
  protected readonly choices = computed(() =>
    periods(new Intl.DateTimeFormat('en-CA', { timeZone: this.zone() }).format(new Date())),
  );
  protected readonly report = read<OutcomeReportDto>(
    () => '/outcomes/report' + query({ ...(periodOf(this.period()) ?? {}) }),
  );
  protected readonly span = computed(() => {
    const now = this.report.value();
    return now ? $localize`${dated(now.from, 'long')}:from: to ${dated(now.to, 'long')}:to:` : '';
  });
  /** The whole practice, or the one therapist whose people these are. */
  protected readonly askings = computed(() => {
    const askings = this.report.value()?.askings;
    return askings?.all ?? (askings?.therapists.length === 1 ? askings.therapists[0] : null);
  });
  protected readonly rows = computed(() => {
    const { all = null, therapists = [] } = this.report.value()?.askings ?? {};
    return [
      ...(all ? [{ line: all, whose: $localize`Whole practice` }] : []),
      ...therapists.map((line) => ({ line, whose: whoseWords(line) })),
    ];
  });
  protected readonly words = OUTCOME_WORDS;
  protected readonly share = shareWords;
  protected readonly interval = intervalWords;

  protected show(period: string): void {
    void this.router.navigate([], { queryParams: { period: period || null }, replaceUrl: true });
  }

  protected print(): void {
    window.print();
  }

  protected saveCsv(): void {
    const now = this.report.value();
    if (!now) return;
    const address = URL.createObjectURL(new Blob([reportCsv(now)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `outcomes-${now.from}-${now.to}.csv`;
    link.click();
    // The browser begins to read it only after this task.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
