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
