import { DomainEvent } from '../platform/outbox.js';

interface Concerned extends Record<string, string | null> {
  agreementId: string;
  /** Who has something new to read. */
  clientId: string;
}

/** An agreement to be open was put to somebody. */
export class AgreementOpened extends DomainEvent {
  readonly kind = 'agreement.opened';
  constructor(payload: Concerned) {
    super(payload);
  }
}

/** Somebody took a step with it, or put other terms beside its own. */
export class AgreementMoved extends DomainEvent {
  readonly kind = 'agreement.moved';
  constructor(payload: Concerned) {
    super(payload);
  }
}
