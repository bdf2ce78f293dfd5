import { Component, input } from '@angular/core';
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

  protected readonly stages = read<{ items: CoupleStageDto[] }>(() =>
    this.version() ? `/couples/${this.coupleId()}/stages` : undefined,
  );
  protected readonly stamp = stamp;
  protected words({ stage }: CoupleStageDto): string {
    return stage ? STAGE_WORDS[stage] : $localize`No stage named`;
  }
}
