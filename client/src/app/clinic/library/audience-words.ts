import type { WorksheetDto } from '../../../api/types.gen';

export const AUDIENCE_WORDS: Record<WorksheetDto['audience'], string> = {
  injured: $localize`The injured partner. You read it before anyone else could`,
  involved: $localize`The involved partner. You read it before anyone else could`,
  either: $localize`Either, alone`,
  both: $localize`Each alone first`,
  joint: $localize`Together, or each alone`,
};
