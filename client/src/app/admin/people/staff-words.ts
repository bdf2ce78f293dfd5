import type { StaffDto } from '../../../api/types.gen';

export const STAFF_STATUS_WORDS: Record<StaffDto['status'], string> = {
  invited: $localize`Invited`,
  active: $localize`Active`,
  disabled: $localize`Disabled`,
};

export const STAFF_ROLE_WORDS: Record<StaffDto['roles'][number], string> = {
  therapist: $localize`Therapist`,
  supervisor: $localize`Supervisor`,
  admin: $localize`Admin`,
};

export const rolesInWords = (roles: StaffDto['roles']): string =>
  roles.map((role) => STAFF_ROLE_WORDS[role]).join(', ');
