import { DomainEvent } from '../platform/outbox.js';

/** Somebody is to look at an alert. The mail says only that something waits. */
export class RiskWaiting extends DomainEvent {
  readonly kind = 'risk.waiting';
  constructor(payload: { userId: string }) {
    super(payload);
  }
}
