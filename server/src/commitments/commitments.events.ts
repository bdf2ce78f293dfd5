import { DomainEvent } from '../platform/outbox.js';

interface Concerned extends Record<string, string | null> {
  boundaryId: string;
  /** Who has something new to read. */
  clientId: string;
}

/** Somebody can read what was proposed to her or him. */
export class BoundaryOpened extends DomainEvent {
  readonly kind = 'boundary.opened';
  constructor(payload: Concerned) {
    super(payload);
  }
}

/** The other took a step with it, or put other words beside its own. */
export class BoundaryMoved extends DomainEvent {
  readonly kind = 'boundary.moved';
  constructor(payload: Concerned) {
    super(payload);
  }
}

interface AgreementConcerned extends Record<string, string | null> {
  agreementId: string;
  /** Who has something new to read. */
  clientId: string;
}

/** An agreement to be open was put to somebody. */
export class AgreementOpened extends DomainEvent {
  readonly kind = 'agreement.opened';
  constructor(payload: AgreementConcerned) {
    super(payload);
  }
}

/** Somebody took a step with it, or put other terms beside its own. */
export class AgreementMoved extends DomainEvent {
  readonly kind = 'agreement.moved';
  constructor(payload: AgreementConcerned) {
    super(payload);
  }
}
