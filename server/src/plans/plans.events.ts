import { DomainEvent } from '../platform/outbox.js';

/** A plan may be read by somebody whom it concerns. */
export class PlanShown extends DomainEvent {
  readonly kind = 'plan.shown';
  constructor(payload: { planId: string; clientId: string }) {
    super(payload);
  }
}
