import { DomainEvent } from '../platform/outbox.js';

/** A person was asked to fill in a scale from time to time. */
export class ScaleScheduled extends DomainEvent {
  readonly kind = 'scale.scheduled';
  constructor(payload: { scheduleId: string; clientId: string }) {
    super(payload);
  }
}

/** A set of answers came in; the care team may read it at once. */
export class ScaleAnswered extends DomainEvent {
  readonly kind = 'scale.answered';
  constructor(payload: { responseId: string; clientId: string }) {
    super(payload);
  }
}
