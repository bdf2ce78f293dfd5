import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { PlanDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { printedAs } from '../../core/on-paper';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { PaperActs } from '../../kit/paper-acts/paper-acts';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { whose } from '../note/whose';
import { PlanAnswers } from './plan-answers';
import { PlanEditor } from './plan-editor';
import { PlanPaper } from './plan-paper';
import { versionWords } from './plan-words';

/** One version of a plan: written while it is a draft, read from then on. */
@Component({
  selector: 'kept-plan-page',
  imports: [PaperActs, PlanAnswers, PlanEditor, PlanPaper, ProblemNotice, RouterLink, Skeleton],
  templateUrl: './plan-page.html',
})
export class PlanPage {
  readonly id = input.required<string>();
  private readonly login = inject(Login);
  private readonly title = inject(Title);
  protected readonly plan = read<PlanDto>(() => `/plans/${this.id()}`);
  protected readonly whose = whose(() => this.plan.value());
  protected readonly back = computed(() => `${this.whose.link()}/plan`);
  protected readonly writing = computed(() => this.plan.value()?.status === 'draft' && this.login.can('plans:write'));
  protected readonly mayWrite = computed(() => this.login.can('plans:write'));
  protected readonly heading = computed(() => {
    const plan = this.plan.value();
    return plan ? versionWords(plan) : '';
  });

  constructor() {
    printedAs(() => (this.plan.value() ? { whose: this.whose.name(), what: this.heading() } : null));
    effect(() => {
      if (this.heading()) this.title.setTitle(`${this.heading()} · Kept`);
    });
  }
}
