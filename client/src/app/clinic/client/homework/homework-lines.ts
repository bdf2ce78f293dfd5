import type { AssignmentDto } from '../../../../api/types.gen';

export interface Group {
  readonly key: 'waiting' | 'open' | 'done';
  readonly title: string;
  readonly items: readonly AssignmentDto[];
}

/** To read, open, done; each newest first. A group without anything in it is left out. */
export function byState(items: readonly AssignmentDto[]): readonly Group[] {
  const groups: Group[] = [
    { key: 'waiting', title: $localize`To read`, items: items.filter(({ status }) => status === 'submitted') },
    {
      key: 'open',
      title: $localize`Still open`,
      items: items.filter(({ status }) => ['assigned', 'draft', 'returned'].includes(status)),
    },
    {
      key: 'done',
      title: $localize`Done`,
      items: items.filter(({ status }) => ['reviewed', 'withdrawn'].includes(status)),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}

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
