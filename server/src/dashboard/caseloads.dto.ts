/** How much one therapist carries, in numbers. Weeks begin on Monday, at the clinic. */
export class CaseloadDto {
  id: string;
  displayName: string;
  people: number;
  couples: number;
  sessionsThisWeek: number;
  /** Sessions a week this therapist can hold; null while nothing was agreed. */
  weeklySessions: number | null;
  /** Sessions of the last sixty days whose note is past the limit for signing. */
  notesOverdue: number;
}

/** Somebody whom nobody treats yet. */
export class UnassignedDto {
  clientId: string;
  displayName: string;
  since: string;
}

export class BoardDto {
  items: CaseloadDto[];
  unassigned: UnassignedDto[];
}
