import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ListeningDto, OwnListeningDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Skeleton } from '../../kit/skeleton/skeleton';
import { Unfold } from '../../kit/unfold/unfold';
import { ownCouple } from '../own-couple';
import { statePages } from '../state-pages';
import { PieceCard } from './piece-card';
import { PieceRead } from './piece-read';
import { PieceWrite } from './piece-write';

/** Which of its pages is open. */
interface Place {
  at: 'list' | 'write' | 'read';
  id: string | null;
}

const LIST: Place = { at: 'list', id: null };

/** One writes, the other listens, says it back, and only then answers. */
@Component({
  selector: 'kept-listening',
  imports: [PieceCard, PieceRead, PieceWrite, ProblemNotice, RouterLink, Skeleton, Unfold],
  templateUrl: './listening.html',
})
export class Listening {
  protected readonly pages = statePages('listening', LIST);
  protected readonly couple = ownCouple();
  protected readonly own = read<OwnListeningDto>(() => this.couple.path('own-listening'));
  protected readonly list = read<{ items: ListeningDto[] }>(() => this.couple.path('listening?limit=100'));
  protected readonly showsOver = signal(false);
  protected readonly problem = computed(() => this.couple.home.problem() ?? this.own.problem() ?? this.list.problem());
  /** What waits for an act of one's own comes first. */
  protected readonly open = computed(() =>
    this.items()
      .filter((it) => !isOver(it))
      .toSorted((a, b) => Number(waits(b)) - Number(waits(a))),
  );
  protected readonly over = computed(() => this.items().filter(isOver));
  private readonly items = computed(() => this.list.value()?.items ?? []);

  protected openPiece(it: ListeningDto): void {
    this.pages.goTo({ at: it.state === 'kept' ? 'write' : 'read', id: it.id });
  }

  protected backToList(): void {
    this.list.reload();
    this.pages.goTo(LIST);
  }

  protected retry(): void {
    for (const each of [this.couple.home, this.own, this.list]) each.reload();
  }
}

const isOver = ({ state }: ListeningDto): boolean => state === 'heard' || state === 'withdrawn';
const waits = ({ acts }: ListeningDto): boolean => acts.includes('reflect') || acts.includes('hear');
