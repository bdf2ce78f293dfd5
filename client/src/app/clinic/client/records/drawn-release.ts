import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientDto, RecordReleaseDto } from '../../../../api/types.gen';
import { read } from '../../../core/api';
import { Login } from '../../../core/login';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { dated, stamp } from '../../../kit/clock';
import { Skeleton } from '../../../kit/skeleton/skeleton';
import { blockedWords, countWords, itemWords, linkOf, paperOf } from './record-words';

/** A list that was drawn up when everybody had signed: what goes into the envelope, to be printed and ticked off. */
@Component({
  selector: 'kept-drawn-release',
  imports: [ProblemNotice, RouterLink, Skeleton],
  template: `
    @if (release.value(); as drawn) {
      <div class="stack-tight">
        <p class="crumb screen-only">
          <a class="back-link" [routerLink]="['/clients', drawn.clientId, 'records']">{{ name() }}</a>
        </p>
        <div class="page-head">
          <div class="page-head-words">
            <h1 tabindex="-1">
              @if (drawn.scope === 'own') {
                <ng-container i18n>Own record of {{ name() }}</ng-container>
              } @else {
                <ng-container i18n>Joint record, for {{ name() }}</ng-container>
              }
            </h1>
            <p i18n>Drawn up {{ stamp(drawn.drawnAt) }} by {{ drawn.drawnByName }}: {{ counts() }}.</p>
          </div>
          <div class="button-row screen-only">
            @if (mayKeep && !drawn.blocked) {
              <a class="button button-primary" [href]="paperOf(drawn)" download i18n>Keep as PDF</a>
            }
            <button class="button" type="button" (click)="print()" i18n>Print the list</button>
          </div>
        </div>
        @if (blockedWords(drawn.blocked); as why) {
          <p class="banner">
            <strong i18n>Blocked.</strong>&ngsp; {{ why }} <span i18n>No file leaves the house until then.</span>
          </p>
        }
      </div>
      <div class="table-scroll" role="region" tabindex="0" aria-labelledby="drawn-caption">
        <table class="table">
          <caption id="drawn-caption" class="visually-hidden" i18n>
            What goes
          </caption>
          <thead>
            <tr>
              <th scope="col" i18n>Day</th>
              <th scope="col" i18n>What</th>
              <th scope="col" i18n>By</th>
            </tr>
          </thead>
          <tbody>
            @for (item of drawn.items; track item.id) {
              <tr>
                <td>{{ dated(item.at) }}</td>
                <th scope="row">
                  @if (linkOf(item); as link) {
                    <a [routerLink]="link">{{ itemWords(item) }}</a>
                  } @else {
                    {{ itemWords(item) }}
                  }
                  @if (item.addenda) {
                    <span class="quiet" i18n
                      >, with {item.addenda, plural, =1 {1 addendum} other {{{ item.addenda }} addenda}}</span
                    >
                  }
                </th>
                <td>{{ item.authorName ?? name() }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <p class="quiet" i18n>No psychotherapy note, no draft and nothing of a partner’s own record is on this list.</p>
    } @else if (release.problem()) {
      <h1 class="visually-hidden" tabindex="-1" i18n>Records</h1>
      <kept-problem [problem]="release.problem()" (retry)="release.reload()" />
    } @else {
      <div aria-busy="true"><kept-skeleton [lines]="8" /></div>
    }
  `,
})
export class DrawnRelease {
  readonly id = input.required<string>();
  protected readonly release = read<RecordReleaseDto>(() => `/record-releases/${this.id()}`);
  private readonly client = read<ClientDto>(() => {
    const drawn = this.release.value();
    return drawn ? `/clients/${drawn.clientId}` : undefined;
  });
  protected readonly name = computed(() => this.client.value()?.displayName ?? '…');
  protected readonly counts = computed(() => countWords(this.release.value()?.items ?? []));
  protected readonly mayKeep = inject(Login).can('record-releases:print');
  protected readonly itemWords = itemWords;
  protected readonly linkOf = linkOf;
  protected readonly paperOf = paperOf;
  protected readonly blockedWords = blockedWords;
  protected readonly dated = dated;
  protected readonly stamp = stamp;

  protected print(): void {
    globalThis.print();
  }
}
