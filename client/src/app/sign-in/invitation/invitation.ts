import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InvitationDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { Login, homeOf, type LoginAnswer } from '../../core/login';
import { problemOf, type Problem } from '../../core/problems';
import { SkipLink } from '../../core/skip-link';
import { Theme } from '../../core/theme';
import { WayOut } from '../../core/way-out';
import { ErrorSummary, type FieldError } from '../../kit/error-summary/error-summary';
import { QuestionPage } from '../../kit/question-page/question-page';
import { RadioGroup } from '../../kit/radio-group/radio-group';
import { linkToken } from '../link-token';
import { NewPassword } from '../new-password/new-password';
import { passwordError } from '../new-password/password.rules';

/** `who` → `password` → (clients) `phone` → `sight` → home. `not-me`, `old`, `asked` and `unknown` are the other ends. */
type Step = 'looking' | 'who' | 'password' | 'phone' | 'sight' | 'not-me' | 'old' | 'asked' | 'unknown' | 'failed';

const CLIENT_STEPS: readonly Step[] = ['who', 'password', 'phone', 'sight'];
const STAFF_STEPS: readonly Step[] = ['who', 'password'];

/** A mailed invitation, one question a page. Only the person it was made for should get past the first. */
@Component({
  selector: 'kept-invitation',
  imports: [ErrorSummary, NewPassword, QuestionPage, RadioGroup, RouterLink, SkipLink, WayOut],
  templateUrl: './invitation.html',
})
export class Invitation {
  private readonly api = inject(Api);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  private readonly token = linkToken();
  protected readonly look = signal<InvitationDto | null>(null);
  protected readonly step = signal<Step>('looking');
  protected readonly who = signal<string | null>(null);
  protected readonly password = signal('');
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly busy = signal(false);
  protected readonly isClient = computed(() => this.look()?.kind === 'client');
  protected readonly whoHint = computed(() => {
    const look = this.look();
    if (!look) return '';
    const person =
      look.birthYear === null ? look.initials : $localize`${look.initials}:initials:, born in ${look.birthYear}:year:`;
    return this.isClient()
      ? $localize`For ${person}:person:, from ${look.invitedBy}:inviter:: a private space that only you can open. This link works for one person.`
      : $localize`For ${person}:person:, from ${look.invitedBy}:inviter:: a place to work here. This link works for one person.`;
  });
  protected readonly caption = computed(() => {
    const steps = this.isClient() ? CLIENT_STEPS : STAFF_STEPS;
    const at = steps.indexOf(this.step()) + 1;
    const name = this.look()?.clinicName ?? '';
    return at === 0 ? name : $localize`${name}:clinic: · Step ${at}:step: of ${steps.length}:steps:`;
  });
  protected readonly continueLabel = $localize`Continue`;
  protected readonly savingLabel = $localize`One moment…`;
  protected readonly whoOptions = [
    { key: 'yes', label: $localize`Yes, this is me` },
    { key: 'no', label: $localize`No, this isn't me` },
  ];

  constructor() {
    inject(Theme).wear('portal');
    void this.open();
  }

  protected async open(): Promise<void> {
    this.step.set('looking');
    if (!this.token) return this.step.set('unknown');
    try {
      const look = await this.api.post<InvitationDto>('/auth/invitations/look', { token: this.token });
      this.look.set(look);
      this.step.set(look.expired ? 'old' : 'who');
    } catch (thrown) {
      this.step.set(isRefusal(problemOf(thrown)) ? 'unknown' : 'failed');
    }
  }

  protected answerWho(): void {
    if (this.who() === null) return this.say('who', $localize`Choose one of the two.`);
    this.errors.set([]);
    this.step.set(this.who() === 'yes' ? 'password' : 'not-me');
  }

  protected async accept(): Promise<void> {
    if (this.busy()) return;
    const wrong = passwordError(this.password());
    if (wrong) return this.say('new-password', wrong);
    this.errors.set([]);
    this.busy.set(true);
    try {
      const answer = await this.api.post<LoginAnswer>('/auth/invitations/accept', {
        token: this.token,
        password: this.password(),
      });
      if (answer.status === 'signed_in') this.enter(answer);
      else void this.router.navigateByUrl('/sign-in', { replaceUrl: true });
    } catch (thrown) {
      this.explain(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  protected async askForNew(): Promise<void> {
    try {
      await this.api.post('/auth/invitations/renew', { token: this.token });
      this.step.set('asked');
    } catch (thrown) {
      const words = problemOf(thrown).words;
      this.say('ask', `${words.failed} ${words.next}`);
    }
  }

  protected goHome(): void {
    void this.router.navigateByUrl(homeOf(this.login.face()), { replaceUrl: true });
  }

  private enter(answer: Extract<LoginAnswer, { status: 'signed_in' }>): void {
    this.login.enter(answer.me);
    // The used link should not wait in the history of a shared phone.
    history.replaceState(history.state, '', '/invitation');
    if (this.isClient()) this.step.set('phone');
    else this.goHome();
  }

  private explain(problem: Problem): void {
    const aboutPassword = problem.errors.find((error) => error.path.endsWith('password'));
    if (aboutPassword) this.say('new-password', aboutPassword.message);
    else if (isRefusal(problem)) this.step.set('old');
    else this.say('new-password', `${problem.words.failed} ${problem.words.next}`);
  }

  private say(fieldId: string, message: string): void {
    this.errors.set([{ fieldId, message }]);
  }
}

/** The link itself is the matter, not the connection. */
function isRefusal(problem: Problem): boolean {
  return problem.status >= 400 && problem.status < 500 && problem.kind !== 'busy';
}
