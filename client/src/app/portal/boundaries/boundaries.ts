import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoundaryDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Unfold } from '../../kit/unfold/unfold';
import { ownCouple } from '../own-couple';
import { BoundaryCard } from './boundary-card';
import { BoundaryRead } from './boundary-read';
import { BoundaryWrite } from './boundary-write';
import { isOver } from './boundary.words';
import { statePages } from '../state-pages';

/** Which of its pages is open. */
interface Place {
  at: 'list' | 'write' | 'read';
  id: string | null;
}

const LIST: Place = { at: 'list', id: null };

/** What these two said they will and will not live with: what is in force, what is talked about, and one's own drafts. */
@Component({
  selector: 'kept-boundaries',
  imports: [BoundaryCard, BoundaryRead, BoundaryWrite, ProblemNotice, RouterLink, Skeleton, Unfold],
  templateUrl: './boundaries.html',
})
export class Boundaries {
  protected readonly pages = statePages('boundaries', LIST);
  protected readonly couple = ownCouple();
  protected readonly list = read<{ items: BoundaryDto[] }>(() => this.couple.path('boundaries?limit=100'));
  protected readonly showsDrafts = signal(false);
  protected readonly showsOver = signal(false);

  private readonly items = computed(() => this.list.value()?.items ?? []);
  protected readonly drafts = computed(() =>
    this.items().filter((it) => it.state === 'draft' && (it.limit !== '' || it.area !== '' || it.why !== null)),
  );
  /** A sheet that was begun and left empty is taken up again. */
  protected readonly blank = computed(() => {
    const empty = this.items().find((it) => it.state === 'draft' && !this.drafts().includes(it));
    return empty?.id ?? null;
  });
  protected readonly over = computed(() => this.items().filter((it) => isOver(it) && it.textId !== null));
  protected readonly standing = computed(() =>
    this.items()
      .filter((it) => it.state !== 'draft' && !isOver(it))
      // What waits for an answer of one's own comes first.
      .toSorted((a, b) => Number(waits(b)) - Number(waits(a))),
  );
  protected readonly problem = computed(() => this.couple.home.problem() ?? this.list.problem());

  protected open(it: BoundaryDto): void {
    this.pages.goTo({ at: it.state === 'draft' ? 'write' : 'read', id: it.id });
  }

  /** A new one has its place: a reload comes back to it. */
  protected stayAt(id: string): void {
    this.pages.stayAt({ at: 'write', id });
  }

  protected backToList(): void {
    this.list.reload();
    this.pages.goTo(LIST);
  }

  protected retry(): void {
    this.couple.home.reload();
    this.list.reload();
  }
}

const waits = (it: BoundaryDto): boolean => it.moves.includes('agreed') || it.moves.includes('renewed');
