import { DomainEvent } from '../platform/outbox.js';

/** A question was passed on to somebody. That it was asked, drafted or answered, no mail tells. */
export class QuestionPassedOn extends DomainEvent {
  readonly kind = 'question.passed-on';
  constructor(payload: { thingId: string; clientId: string }) {
    super(payload);
  }
}
