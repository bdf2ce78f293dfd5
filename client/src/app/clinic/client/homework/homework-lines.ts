import type { AssignmentDto } from '../../../../api/types.gen';

export function stateWords(status: AssignmentDto['status']): string {
  const words: Record<AssignmentDto['status'], string> = {
    assigned: $localize`Not started`,
    draft: $localize`Started`,
    submitted: $localize`Sent`,
    returned: $localize`Returned for another draft`,
    reviewed: $localize`Read and accepted`,
    withdrawn: $localize`Taken back`,
  };
  return words[status];
}
