import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { SharedList } from '../../core/shared/shared-list';
import { Skeleton } from '../../kit/skeleton/skeleton';

/** What a partner shared with this person; as a `preview`, what this person's partner is shown. */
@Component({
  selector: 'kept-shared',
  imports: [ProblemNotice, RouterLink, SharedList, Skeleton],
  templateUrl: './shared.html',
})
export class Shared {
  /** Set by the route. */
  readonly preview = input(false);
  protected readonly home = read<HomeDto>(() => '/home');
}
