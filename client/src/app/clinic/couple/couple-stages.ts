import { Component, effect, input, untracked } from '@angular/core';
import type { CoupleStageDto } from '../../../api/types.gen';
import { read } from '../../core/api';
import { stamp } from '../../kit/clock';
import { STAGE_WORDS } from '../couple-words';

/** The couple's way through the stages, the newest first. Going back stands there as plainly as going on. */
@Component({
  selector: 'kept-couple-stages',
  templateUrl: './couple-stages.html',
})
export class CoupleStages {
  readonly coupleId = input.required<string>();
  /** Version of the couple: a change of stage makes a new one. */
  readonly version = input.required<number>();

  protected readonly stages = read<{ items: CoupleStageDto[] }>(() => `/couples/${this.coupleId()}/stages`);
  protected readonly stamp = stamp;

  constructor() {
    let known: number | null = null;
    effect(() => {
      const version = this.version();
      if (known !== null && known !== version) untracked(() => this.stages.reload());
      known = version;
    });
  }

  protected words({ stage }: CoupleStageDto): string {
    return stage ? STAGE_WORDS[stage] : $localize`No stage named`;
  }
}
