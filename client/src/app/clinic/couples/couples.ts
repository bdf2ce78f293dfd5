import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoupleDto } from '../../../api/types.gen';
import { query } from '../../core/api';
import { Login } from '../../core/login';
import { readPages } from '../../core/pages/pages';
import { ShowMore } from '../../core/pages/show-more';
import { dated } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';
import { Row, RowNav } from '../../kit/row-nav/row-nav';
import { Select } from '../../kit/select/select';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { STAGE_WORDS, type Stage } from '../couple-words';
import { ActsAbout } from '../keys/row-acts';

/** The couples one works with. */
@Component({
  selector: 'kept-couples',
  imports: [LoadError, RouterLink, Row, RowNav, Select, ShowMore, Skeleton],
  templateUrl: './couples.html',
})
export class Couples {
  private readonly login = inject(Login);
  protected readonly acts = inject(ActsAbout);
  protected readonly mayLink = computed(() => this.login.can('couples:create'));
  protected readonly stage = signal('');
  protected readonly status = signal('active');
  protected readonly list = readPages<CoupleDto>(
    () => '/couples' + query({ stage: this.stage(), status: this.status() }),
  );
  protected readonly stages = (Object.keys(STAGE_WORDS) as Stage[]).map((key) => ({ key, label: STAGE_WORDS[key] }));
  protected readonly statuses = [
    { key: 'active', label: $localize`At work` },
    { key: 'ended', label: $localize`Ended` },
  ];
  protected readonly dated = dated;
  protected readonly stageWords = STAGE_WORDS;
}
