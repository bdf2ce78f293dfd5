import { DomainEvent } from '../platform/outbox.js';

/** Somebody's answers came open to her partner, `clientId`. */
export class AnswersShared extends DomainEvent {
  readonly kind = 'answers.shared';
  constructor(payload: { coupleId: string; clientId: string }) {
    super(payload);
  }
}

export class SharingProposed extends DomainEvent {
  readonly kind = 'sharing.proposed';
  constructor(payload: { assignmentId: string; clientId: string }) {
    super(payload);
  }
}
