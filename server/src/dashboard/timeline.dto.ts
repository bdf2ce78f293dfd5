import { PageQuery } from '../platform/paging.js';

export class TimelineQuery extends PageQuery {}

/**
 * One thing that happened, without a word of what was said or written. `targetId` is the session, note, assignment,
 * scale response or setback; `detail` the status of a session or the kind of a note.
 */
export class TimelineItemDto {
  id: string;
  kind:
    | 'session'
    | 'note'
    | 'homework_given'
    | 'homework_sent'
    | 'homework_returned'
    | 'homework_reviewed'
    | 'scale'
    | 'setback';
  at: string;
  until: string | null;
  /** Set for what belongs to the couple as a whole. */
  coupleId: string | null;
  /** Of the worksheet or the scale. */
  title: string | null;
  detail: string | null;
  staffName: string | null;
  targetId: string;
}
