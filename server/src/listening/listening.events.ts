import { DomainEvent } from '../platform/outbox.js';

/** Something to listen to, or said back, is there for `clientId`. */
export class ListeningMoved extends DomainEvent {
  readonly kind = 'listening.moved';
  constructor(payload: { thingId: string; clientId: string }) {
    super(payload);
  }
}
