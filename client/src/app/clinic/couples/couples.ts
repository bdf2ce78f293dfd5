import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoupleDto } from '../../../api/types.gen';
import { query, read } from '../../core/api';
import { Login } from '../../core/login';
import { dated } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { STAGE_WORDS, type Stage } from '../couple-words';

interface Page {
  items: CoupleDto[];
  next: string | null;
}

/** The couples one works with. */
@Component({
  selector: 'kept-couples',
  imports: [LoadError, RouterLink, Row, RowNav, Select, Skeleton],
  templateUrl: './couples.html',
})
export class Couples {
  private readonly login = inject(Login);
  protected readonly mayLink = computed(() => this.login.can('couples:create'));
  protected readonly stage = signal('');
  protected readonly status = signal('active');
  private readonly cursor = signal<string | null>(null);
  private readonly before = signal<CoupleDto[]>([]);
  protected readonly page = read<Page>(
    () => '/couples' + query({ stage: this.stage(), status: this.status(), limit: 50, cursor: this.cursor() }),
  );
  protected readonly rows = computed(() => [...this.before(), ...(this.page.value()?.items ?? [])]);
  protected readonly more = computed(() => this.page.value()?.next ?? null);
  protected readonly stages = (Object.keys(STAGE_WORDS) as Stage[]).map((key) => ({ key, label: STAGE_WORDS[key] }));
  protected readonly statuses = [
    { key: 'active', label: $localize`At work` },
    { key: 'ended', label: $localize`Ended` },
  ];
  protected readonly dated = dated;
  protected readonly stageWords = STAGE_WORDS;

  constructor() {
    // Another filter starts a list of its own.
    effect(() => {
      this.stage();
      this.status();
      untracked(() => {
        this.cursor.set(null);
        this.before.set([]);
      });
    });
  }

  protected showMore(): void {
    this.before.set(this.rows());
    this.cursor.set(this.more());
  }
}
