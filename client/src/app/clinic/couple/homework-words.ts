import type { AssignmentDto } from '../../../api/types.gen';

export interface HomeworkLine {
  id: string;
  title: string;
  status: AssignmentDto['status'];
}

/** What is not yet done with; `clientId` null = what both fill in together. */
export function openHomework(items: readonly AssignmentDto[], clientId: string | null): HomeworkLine[] {
  return items
    .filter((one) => one.clientId === clientId && one.status !== 'reviewed' && one.status !== 'withdrawn')
    .map(({ id, title, status }) => ({ id, title, status }));
}

export function homeworkWords(status: AssignmentDto['status']): string {
  const words: Partial<Record<AssignmentDto['status'], string>> = {
    assigned: $localize`Given`,
    draft: $localize`Started`,
    submitted: $localize`Sent`,
    returned: $localize`Returned`,
  };
  return words[status] ?? '';
}
