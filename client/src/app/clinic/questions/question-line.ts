import { booleanAttribute, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { DeskQuestionDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';
import { shortDay } from '../../kit/clock';
import { Select } from '../../kit/select/select';
import { LEVEL_WORDS, lackWords, levelsUpTo, TAG_WORDS } from './desk-words';

/** What has to be there before anybody is asked. */
const FIRST: readonly string[] = ['roles', 'safety', 'not_wanted'] satisfies DeskQuestionDto['lacks'];

/** One open question: what it waits for, the words for it, and what can be done next. Telling takes a second press. */
@Component({
  selector: 'kept-question-line',
  imports: [Select],
  templateUrl: './question-line.html',
})
export class QuestionLine {
  readonly question = input.required<DeskQuestionDto>();
  /** What the asker is called. */
  readonly asker = input.required<string>();
  readonly sessions = input.required<readonly Choice[]>();
  /** What happened between the two; where it is more than one thing, a question is about one of them. */
  readonly events = input.required<readonly Choice[]>();
  readonly mayLead = input(false, { transform: booleanAttribute });
  readonly sending = input(false, { transform: booleanAttribute });
  readonly first = input(false, { transform: booleanAttribute });
  readonly last = input(false, { transform: booleanAttribute });
  readonly passedOn = output();
  readonly toldAbout = output<string>();
  readonly planned = output<string | null>();
  readonly setAside = output();
  readonly moved = output<-1 | 1>();
  readonly given = output<string>();
  protected readonly may = computed(() => new Set(this.mayLead() ? this.question().acts : []));
  protected readonly missing = computed(() => lackWords(this.question().lacks));
  protected readonly canPassOn = computed(
    () => this.may().has('pass_on') && !this.question().lacks.some((lack) => FIRST.includes(lack)),
  );
  protected readonly about = computed(() =>
    this.events().length > 1 ? this.events().find(({ key }) => key === this.question().betrayalId)?.label : undefined,
  );
  /** Nothing to choose where it can be about one thing alone. */
  protected readonly abouts = computed(() => {
    const ids = this.may().has('about') ? this.question().abouts : [];
    const known = ids.flatMap((id) => this.events().find(({ key }) => key === id) ?? []);
    return known.length > 1 ? known : [];
  });
  protected readonly canGive = computed(() => this.may().has('answer') && this.question().lacks.length === 0);
  protected readonly levels = computed(() => levelsUpTo(this.question().detail));
  protected readonly level = linkedSignal<string>(() => this.question().detail);
  protected readonly giving = signal(false);
  /** The parts that would be told at the chosen level. */
  protected readonly told = computed(() => {
    const answer = this.question().answer;
    if (!answer) return [];
    const level = this.level();
    return [answer.facts, level === 'facts' ? '' : answer.outline, level === 'full' ? answer.full : ''].filter(
      (part) => part.trim() !== '',
    );
  });
  protected readonly tagWords = TAG_WORDS;
  protected readonly levelWords = LEVEL_WORDS;
  protected readonly shortDay = shortDay;
}
