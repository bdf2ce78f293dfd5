import type { SessionDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

const MINUTES = [30, 45, 50, 60, 75, 90, 120, 180];

/** How long a session may be, in minutes; `own` = one that is already otherwise. */
export const lengthsWith = (own?: number): Choice[] =>
  [...new Set(own === undefined ? MINUTES : [...MINUTES, own])]
    .sort((a, b) => a - b)
    .map((minutes) => ({ key: String(minutes), label: $localize`${minutes}:minutes: min` }));

export const MODALITIES: readonly (Choice & { key: SessionDto['modality'] })[] = [
  { key: 'in_person', label: $localize`In person` },
  { key: 'video', label: $localize`Video` },
  { key: 'phone', label: $localize`Phone` },
];
