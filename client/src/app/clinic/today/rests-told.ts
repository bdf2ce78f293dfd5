import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RunningPauseDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { Login } from '../../core/login';
import { dated } from '../../kit/clock';
import { LoadError } from '../../kit/load-error/load-error';

/** Who has paused check-ins or homework: one quiet line each, since there is nothing to do about it. */
@Component({
  selector: 'kept-rests-told',
  imports: [LoadError, RouterLink],
  template: `
    @if (rests.problem(); as problem) {
      <kept-load-error
        what="Who has paused could not be loaded."
        i18n-what
        [requestId]="problem.requestId"
        (retry)="rests.reload()"
      />
    }
    @if (lines().length > 0) {
      <section class="stack-tight" aria-labelledby="today-rests">
        <h2 id="today-rests" class="visually-hidden" i18n>Paused</h2>
        <ul class="quiet-lines">
          @for (line of lines(); track line.id) {
            <li class="quiet">
              <a [routerLink]="['/clients', line.clientId, line.part]">{{ line.displayName }}</a>&ngsp;{{ line.words }}
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class RestsTold {
  private readonly login = inject(Login);
  protected readonly rests = read<{ items: RunningPauseDto[] }>(() =>
    this.login.can('pauses:watch') ? '/pauses' : undefined,
  );
  protected readonly lines = computed(() =>
    (this.rests.value()?.items ?? []).map((rest) => ({ ...rest, part: partOf(rest), words: wordsOf(rest) })),
  );
}

const partOf = ({ what }: RunningPauseDto): string => (what === 'homework' ? 'homework' : 'scales');

function wordsOf({ what, byClient, untilOn }: RunningPauseDto): string {
  const until = dated(untilOn, 'long');
  if (what === 'homework')
    return byClient
      ? $localize`has paused homework until ${until}:day:.`
      : $localize`rests from homework until ${until}:day:.`;
  return byClient
    ? $localize`has paused check-ins until ${until}:day:.`
    : $localize`rests from check-ins until ${until}:day:.`;
}
