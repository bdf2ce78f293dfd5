import type { StaffDto } from '../../../api/types.gen';
import type { Choice } from '../../kit/choice';

export const STAFF_STATUS_WORDS: Record<StaffDto['status'], string> = {
  invited: $localize`Invited`,
  active: $localize`Active`,
  disabled: $localize`Disabled`,
};

const STAFF_ROLE_WORDS: Record<StaffDto['roles'][number], string> = {
  therapist: $localize`Therapist`,
  supervisor: $localize`Supervisor`,
  admin: $localize`Admin`,
};

export const STAFF_ROLE_CHOICES: Choice[] = [
  { key: 'therapist', label: STAFF_ROLE_WORDS.therapist, note: $localize`treats clients` },
  { key: 'supervisor', label: STAFF_ROLE_WORDS.supervisor, note: $localize`reads and co-signs for those supervised` },
  { key: 'admin', label: STAFF_ROLE_WORDS.admin, note: $localize`people and caseloads, nothing clinical` },
];

/** In the same order for everybody. */
export const rolesInWords = (roles: StaffDto['roles']): string =>
  STAFF_ROLE_CHOICES.filter(({ key }) => roles.some((role) => role === key))
    .map(({ label }) => label)
    .join(', ');
